import { catalogue } from './language.svelte'
import { plural } from './plural'

/** The words for agreeing with ideas of others; fetched where people may, and with what they said. */
export const agreement = catalogue({
  cs: {
    agree: 'Souhlasím',
    agreeWith: (text: string) => `Souhlasím: ${text}`,
    waiting: 'odesílá se',
    count: (n: number) =>
      plural('cs', n, {
        one: 'souhlasí # další',
        few: 'souhlasí # další',
        many: 'souhlasí # dalšího',
        other: 'souhlasí # dalších',
      }),
    allow: 'Lidé můžou souhlasit s podněty ostatních',
    allowHint:
      'Na telefonu jedním klepnutím. Kolik lidí souhlasí, se ukáže až po uzavření kroku, a kdo to byl, nezjistí nikdo. Není to hlasování.',
  },
  en: {
    agree: 'I agree',
    agreeWith: (text: string) => `I agree: ${text}`,
    waiting: 'being sent',
    count: (n: number) => plural('en', n, { one: '# other agrees', other: '# others agree' }),
    allow: 'People can agree with ideas of others',
    allowHint:
      'By one tap on the phone. How many agree is shown once the step has closed, and who they were nobody can tell. It is no vote.',
  },
})

/** An idea's text with how many others agree with it, where anybody does. */
export function withAgreed({ text, agreed }: { text: string; agreed?: number }): string {
  return agreed ? `${text} (${agreement().count(agreed)})` : text
}
