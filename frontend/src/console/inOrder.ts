import type { Api } from '../api/client'
import { Turns } from '../parts/turns'

type Call = (path: string, ...given: never[]) => Promise<unknown>

/**
 * The same client, which sends a change when the one before it is answered: on a slow line two would overtake each
 * other, and what was chosen first would stand in the end. Nothing waits for a photo, which takes its time, nor for
 * telling others at which text one is.
 */
export function inOrder(api: Api): Api {
  const turns = new Turns()
  const calls = Object.entries(api as unknown as Record<string, Call>).map(([method, call]) => [
    method,
    (path: string, ...given: never[]) => {
      const send = () => call(path, ...given)
      const waits = method !== 'GET' && !path.endsWith('/photos') && !path.includes('/editing/')
      return waits ? turns.take(send) : send()
    },
  ])
  return Object.fromEntries(calls) as Api
}
