import { language, type Code } from '../text/language.svelte'

type Hyphenate = (word: string) => string

/** Where words may be broken, by language. The rules of a language are fetched
 * when the first word is asked for; until they are there nothing is broken. Not
 * every browser has them: Chromium knows no Czech ones. */
class Hyphens {
  #known = $state.raw<Partial<Record<Code, Hyphenate>>>({})
  readonly #asked = new Set<Code>()

  /** @param lang the language of the texts; where it is not known, the reader's is taken */
  of(lang: string | undefined): Hyphenate {
    const code = lang === 'cs' || lang === 'en' ? lang : language.code
    if (!this.#asked.has(code)) void this.#fetch(code)
    return this.#known[code] ?? ((word) => word)
  }

  async #fetch(language: Code): Promise<void> {
    this.#asked.add(language)
    try {
      const rules = language === 'cs' ? await import('hyphen/cs') : await import('hyphen/en-gb')
      this.#known = { ...this.#known, [language]: rules.default.hyphenateSync }
    } catch {
      this.#asked.delete(language) // asked for again with the next word
    }
  }
}

export const hyphens = new Hyphens()
