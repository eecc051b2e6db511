import type { Code } from './language.svelte'

/** The forms a language needs: 1 hlas, 2 hlasy, 1,5 hlasu, 5 hlasů; 1 dot, 2 dots. */
type Forms = {
  cs: Record<'one' | 'few' | 'many' | 'other', string>
  en: Record<'one' | 'other', string>
}

const rules: Record<Code, Intl.PluralRules> = { cs: new Intl.PluralRules('cs'), en: new Intl.PluralRules('en') }
const numbers: Record<Code, Intl.NumberFormat> = {
  cs: new Intl.NumberFormat('cs'),
  en: new Intl.NumberFormat('en'),
}

/** How many or how much: n as the language writes it. Places and numbers that name a thing are no amounts. */
export const amount = (language: Code, n: number): string => numbers[language].format(n)

/** The form for n, with # replaced by n as the language writes it. */
export function plural<L extends Code>(language: L, n: number, forms: Forms[L]): string {
  const form = (forms as Partial<Record<Intl.LDMLPluralRule, string>>)[rules[language].select(n)]
  return (form ?? '').replace('#', amount(language, n))
}

/** Tens and ones whose Czech names begin so that “z” before them becomes “ze”: dvě, třináct, sedmdesát … */
const hardAfterZ = [2, 3, 4, 6, 7, 12, 13, 14, 16, 17]

/** “z 5”, “ze 3”, “ze 100 000 Kč”: the Czech preposition goes by the name of the number, a whole one below a milliard. */
export function outOf(n: number, said = amount('cs', n)): string {
  const unit = [1_000_000, 1_000].find((unit) => n >= unit) ?? 1
  let first = Math.floor(n / unit)
  if (unit > 1 && first === 1) return `z ${said}` // tisíc, milion
  if (first >= 200) first = Math.floor(first / 100)
  const isHard = (first >= 100 && first < 200) || hardAfterZ.includes(first < 20 ? first : Math.floor(first / 10))
  return `${isHard ? 'ze' : 'z'} ${said}`
}
