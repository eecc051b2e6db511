import { plural } from './plural'

export const cs = {
  join: {
    heading: 'Připojte se k jednání',
    code: 'Kód z plátna',
    hint: 'Šest znaků, na vstupence osm. Na velikosti písmen nezáleží.',
    enter: 'Vstoupit',
    entering: 'Vstupuji…',
    short: (n: number) =>
      `Kód má šest znaků, tady ${plural('cs', n, { one: 'je # znak', few: 'jsou # znaky', many: 'je # znaku', other: 'je # znaků' })}. Zkontrolujte ho prosím na plátně.`,
    lost: 'Vaše místo v jednání už neplatí. Zadejte prosím kód znovu. Co jste napsali a neodeslali, zůstalo v tomto zařízení.',
    left: 'Hotovo. Na tomto zařízení po vás nic nezůstalo.',
    kept: 'Co jste napsali do jednání, v něm zůstává.',
    back: 'Zpět do jednání, ve kterém jste',
    nameless: 'Jméno ani registrace nejsou potřeba.',
  },
  workshop: {
    nth: (n: number) => `${n}. jednání`,
    loading: 'Načítám jednání…',
    notLoaded:
      'Tuto část se nepodařilo načíst. Zkontrolujte prosím připojení. Co jste napsali, zůstalo v tomto zařízení.',
    loadAgain: 'Zkusit znovu',
    menu: 'Přehled',
    here: (n: number) =>
      plural('cs', n, {
        one: 'Zatím jste tu jen vy.',
        few: 'Jste tu už #.',
        many: 'Je vás tu už #.',
        other: 'Je vás tu už #.',
      }),
  },
  waiting: {
    heading: 'Jste uvnitř',
    soon: 'Za chvíli začneme. Nechte prosím tuto stránku otevřenou, další krok se ukáže sám.',
    hint: 'Budete psát krátké podněty a hlasovat, každý sám za sebe. Jméno nikdo neuvidí a všechno jde opravit.',
    shut: 'Jednání zatím není otevřené. Nechte prosím tuto stránku otevřenou, ukáže se samo.',
  },
  ended: {
    heading: 'Jednání skončilo',
  },
  steps: {
    isClosed: 'Tento krok je uzavřený. Můžete si ho prohlédnout.',
    began: (heading: string) => `Nový krok: ${heading}`,
  },
  write: {
    idea: 'Váš podnět',
    cause: 'Příčina',
    send: 'Odeslat',
    nothing: 'Nejdřív prosím něco napište.',
  },
  ideas: {
    source: (source: string) => `Zdroj: ${source}`,
  },
  topics: {
    loose: 'Bez okruhu',
  },
  round: {
    began: 'Začalo hlasování.',
    ended: 'Hlasování skončilo.',
  },
}

export type PhoneWords = typeof cs
