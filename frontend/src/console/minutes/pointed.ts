/**
 * One row of the minutes as it is printed: a heading, an idea, a cause, a decision, a task, a topic, a photo. Of no step are a
 * late input and, without a row, the introduction.
 */
export interface Printed {
  step: string
  row: string
  text: string
}

const tidy = (text: string) => text.replace(/\s+/g, ' ').trim()

/**
 * The row somebody pointed at: the nth of those of its step that are printed with this text. The preview knows no
 * rows, and the same text may stand in several places. Pure.
 *
 * @param heading what stands over it, numbered perhaps; it ends with the heading of its step
 */
export function pointedAt(rows: Printed[], heading: string, text: string, nth: number): Printed | undefined {
  const of = rows.find((one) => one.row === one.step && tidy(heading).endsWith(tidy(one.text)))
  const same = rows.filter((one) => one.step === of?.step && one.row !== one.step && tidy(one.text) === tidy(text))
  return same[nth] ?? same.at(-1) ?? of
}

/** What is printed of an element besides its text: what hangs under it, marks, remarks, numbers. */
const aside = 'ul, ol, .mark, .label, .number, .quiet, svg'

/** What is a line of the preview. */
const lines = 'h2, h3, h4, li, td, th, p, figure.photo'

/** The text of a line of the preview; of a photo, what is on it. */
export function textOf(element: Element): string {
  if (element.matches('figure.photo')) return tidy(element.querySelector('img')?.alt ?? '')
  const alone = element.cloneNode(true) as Element
  alone.querySelectorAll(aside).forEach((one) => one.remove())
  return tidy(alone.textContent)
}

/** What was pointed at in the page of the preview: under which heading, with what text, the nth such there. */
export function seen(target: Element): { heading: string; text: string; nth: number } | undefined {
  const page = target.ownerDocument
  const line = target.closest(lines)
  if (!line) return undefined
  const all = [...page.querySelectorAll(lines)]
  const at = all.indexOf(line)
  const over = all.slice(0, at + 1).filter((one) => one.localName === 'h2')
  const from = over.length > 0 ? all.indexOf(over.at(-1)!) : -1
  if (from < 0) return undefined
  const text = textOf(line)
  const before = all.slice(from + 1, at).filter((one) => one.localName !== 'h2' && textOf(one) === text)
  return { heading: tidy(all[from]!.textContent), text, nth: before.length }
}
