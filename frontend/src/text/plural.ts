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

/** The form for n, with # replaced by n as the language writes it. */
export function plural<L extends Code>(language: L, n: number, forms: Forms[L]): string {
  const form = (forms as Partial<Record<Intl.LDMLPluralRule, string>>)[rules[language].select(n)]
  return (form ?? '').replace('#', numbers[language].format(n))
}
