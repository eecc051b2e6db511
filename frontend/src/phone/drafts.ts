import { Shelf } from '../live/shelf'

/** Texts begun and not sent yet: one for each place of writing, kept on this device. */
export class Drafts {
  readonly #shelf: Shelf

  constructor(workshop: string) {
    this.#shelf = new Shelf(`dilna-drafts/${workshop}`)
  }

  read(step: string, place: string): string {
    return this.#shelf.get<string>(`${step}/${place}`) ?? ''
  }

  keep(step: string, place: string, text: string): void {
    if (text) this.#shelf.put(`${step}/${place}`, text)
    else this.#shelf.drop(`${step}/${place}`)
  }

  /** All texts begun in a step, by place. */
  in(step: string): { place: string; text: string }[] {
    return this.#shelf
      .names()
      .filter((name) => name.startsWith(`${step}/`))
      .map((name) => ({ place: name.slice(step.length + 1), text: this.#shelf.get<string>(name) ?? '' }))
      .filter(({ text }) => text.trim() !== '')
  }
}
