import { device, remember } from '../api/device'

/** The languages Dílna speaks. */
export type Code = 'cs' | 'en'

const stored = 'dilna-language'

class Language {
  #code = $state<Code>(first())

  get code(): Code {
    return this.#code
  }

  /** How days and times are written: in English the day first and 24 hours, as in the minutes. */
  get dates(): string {
    return this.#code === 'cs' ? 'cs' : 'en-GB'
  }

  /** Chooses the language on this device. */
  choose(code: Code): void {
    this.#code = code
    remember(stored, code)
    show(code)
  }
}

function first(): Code {
  const chosen = device.getItem(stored)
  if (chosen === 'cs' || chosen === 'en') return chosen
  return /^(cs|sk)\b/i.test(navigator.language) ? 'cs' : 'en'
}

function show(code: Code): void {
  document.documentElement.lang = code
}

/** The language of the person on this device. */
export const language = new Language()
show(language.code)

/** Words in both languages: call it to get those of the reader, also when she switches. */
export function catalogue<Words>(both: Record<Code, Words>): () => Words {
  return () => both[language.code]
}
