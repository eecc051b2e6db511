export const cs = {
  connection: {
    lost: 'Spojení se přerušilo. Co napíšete, zůstane v tomto zařízení a odešle se samo.',
    watching: 'Spojení se přerušilo. Obrazovka se obnoví sama.',
    back: 'Spojení je zpět.',
    plain: 'Spojení v této síti není šifrované.',
  },
  state: {
    waiting: 'čeká na odeslání',
    sending: 'odesílá se',
    saved: 'uloženo',
    refused: 'nepřijato',
  },
  look: {
    language: 'Jazyk',
    theme: 'Vzhled',
    device: 'Podle zařízení',
    light: 'Světlý',
    dark: 'Tmavý',
    letters: 'Velikost písma',
    usual: 'Běžná',
    larger: 'Větší',
    largest: 'Největší',
  },
  field: {
    left: (n: string) => `zbývá znaků: ${n}`,
    over: (n: string, most: string) => `Zkraťte prosím text, přebývá znaků: ${n}. Vejde se jich nejvýše ${most}.`,
  },
  dots: {
    more: (what: string) => `Přidat hlas: ${what}`,
    fewer: (what: string) => `Ubrat hlas: ${what}`,
  },
  sheet: { close: 'Zavřít' },
  qr: 'QR kód',
  pages: { label: 'O Dílně', help: 'Nápověda', accessibility: 'Prohlášení o přístupnosti', licences: 'Licence' },
  hint: { understood: 'Rozumím' },
  unreachable: 'Server teď neodpovídá. Zkuste to prosím za chvíli znovu.',
}

export type SharedWords = typeof cs
