import { Problem } from '../../api/problem'
import { words } from '../words'

/** Reads a whole number a person typed; anything else is refused like the
 * server would refuse it. */
export function wholeNumber(typed: string): number {
  const text = typed.trim()
  if (!/^\d{1,7}$/.test(text))
    throw new Problem({ status: 422, code: 'invalid', detail: words().common.notNumber })
  return Number(text)
}
