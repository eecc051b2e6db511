import { plural } from './plural'

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
  },
  field: {
    left: (n: string) => `zbývá znaků: ${n}`,
    over: (n: string, most: string) => `Zkraťte prosím text, přebývá znaků: ${n}. Vejde se jich nejvýš ${most}.`,
  },
  dots: {
    more: (what: string) => `Přidat hlas: ${what}`,
    fewer: (what: string) => `Ubrat hlas: ${what}`,
  },
  result: {
    notCounted: 'nepočítáno',
    legend: 'Nepočítáno znamená, že se o podnětu nehlasovalo nebo jeho hlasy nikdo nesečetl. Není to nula.',
    unknown: 'hlasovalo se, součty ale nejsou známy',
    voters: (n: number) =>
      plural('cs', n, {
        one: 'hlasoval # člověk',
        few: 'hlasovali # lidé',
        many: 'hlasovalo # člověka',
        other: 'hlasovalo # lidí',
      }),
    given: (n: number) =>
      plural('cs', n, {
        one: 'rozdán # hlas',
        few: 'rozdány # hlasy',
        many: 'rozdáno # hlasu',
        other: 'rozdáno # hlasů',
      }),
    marked: 'označeno',
  },
  sheet: { close: 'Zavřít' },
  qr: 'QR kód',
  pages: { label: 'O Dílně', help: 'Nápověda', accessibility: 'Prohlášení o přístupnosti', licences: 'Licence' },
  hint: { understood: 'Rozumím' },
  unreachable: 'Server teď neodpovídá. Zkuste to prosím za chvíli znovu.',
}

export type SharedWords = typeof cs
