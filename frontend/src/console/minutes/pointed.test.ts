// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { pointedAt, seen } from './pointed'

const rows = [
  { step: 's1', row: 's1', text: 'PROBLÉMY' },
  { step: 's1', row: 'a', text: 'Málo lůžek' },
  { step: 's1', row: 'b', text: 'Nekomunikace' },
  { step: 's1', row: 'c', text: 'Málo lůžek' },
  { step: 's2', row: 's2', text: 'DALŠÍ PROBLÉMY A PŘÍČINY' },
  { step: 's2', row: 'd', text: 'Málo lůžek' },
  { step: 's2', row: 'e', text: 'Flip' },
]

function page() {
  document.body.innerHTML = `<h2>1 PROBLÉMY</h2><ul>
    <li id="a">Málo lůžek <span class="mark">⚫</span><ul><li id="under">v Liberci</li></ul></li>
    <li>Nekomunikace</li><li id="c"><span class="number">3.</span> Málo
    lůžek</li></ul><h2 id="h">2 DALŠÍ PROBLÉMY A PŘÍČINY</h2><table><tr><th id="d">Málo lůžek<br><bdi class="quiet">pozn.</bdi></th></tr></table>
    <figure class="photo"><img alt="Flip"><figcaption id="e">Fotografie: Flip</figcaption></figure>`
}

test.each([
  ['a', 'a'],
  ['c', 'c'],
  ['d', 'd'],
  ['e', 'e'],
  ['h', 's2'],
  ['under', 's1'],
])('what is pointed at in the preview is found in the record: %s', (id, row) => {
  page()
  const { heading, text, nth } = seen(document.getElementById(id)!)!
  expect(pointedAt(rows, heading, text, nth)?.row).toBe(row)
})

test('the head of the minutes is none of their rows', () => {
  document.body.innerHTML = '<p id="p">Místo: Liberec</p><h2>1 PROBLÉMY</h2>'
  expect(seen(document.getElementById('p')!)).toBeUndefined()
  expect(pointedAt(rows, 'Podněty zaslané po jednání', 'Málo lůžek', 0)).toBeUndefined()
})
