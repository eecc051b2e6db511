import type { Commands, Part } from './commands'
import type { Saving } from './saving.svelte'

export interface Removed {
  part: Part
  id: string
  /** What it was, in words. */
  label: string
}

/** What was removed at this desk, newest last; every removal can be taken back. */
export class Removals {
  #commands: Commands
  #saving: Saving
  #removed = $state.raw<Removed[]>([])

  constructor(commands: Commands, saving: Saving) {
    this.#commands = commands
    this.#saving = saving
  }

  get last(): Removed | undefined {
    return this.#removed.at(-1)
  }

  async remove(part: Part, id: string, label: string): Promise<boolean> {
    const gone = await this.#saving.run(() => this.#commands.remove(part, id))
    if (gone) this.#removed = [...this.#removed, { part, id, label }]
    return gone
  }

  async restoreLast(): Promise<void> {
    const last = this.last
    if (!last) return
    const back = await this.#saving.run(() => this.#commands.restore(last.part, last.id))
    if (back) this.forget()
  }

  /** The newest removal is no longer offered to be taken back. */
  forget(): void {
    this.#removed = this.#removed.slice(0, -1)
  }
}
