import { sheets } from '../parts/sheets'

/** What lies over the step and the phone's Back button closes, the uppermost last: a topic, a sheet, a look back. */
const over: (() => void)[] = []
/** Steps back we took ourselves, which mean nothing to anybody. */
let ours = 0

function pop(): void {
  if (ours > 0) ours--
  else over.pop()?.()
}

/**
 * Lets Back close something instead of leaving the workshop. What it returns is to be called when that is closed
 * otherwise. Entries of the browser's history are told apart by nothing: as many lie there as there is to close.
 */
export function closedByBack(close: () => void): () => void {
  if (over.length === 0) addEventListener('popstate', pop) // the same listener is there once
  history.pushState(null, '')
  over.push(close)
  return () => {
    const at = over.lastIndexOf(close)
    if (at < 0) return
    over.splice(at, 1)
    ours++
    history.back()
  }
}

sheets.opened = closedByBack
