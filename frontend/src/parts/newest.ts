/** Of several answers on their way the one asked for last counts: an older one that comes later is not shown. */
export class Newest {
  #asked = 0

  async take<T>(asked: Promise<T>, show: (answer: T) => void): Promise<void> {
    const mine = ++this.#asked
    const answer = await asked
    if (mine === this.#asked) show(answer)
  }
}
