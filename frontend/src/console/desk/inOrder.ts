import type { Api } from '../../api/client'

type Call = (path: string, ...given: never[]) => Promise<unknown>

/**
 * The same client, which sends a change when the one before it is answered: on a slow line two would overtake each
 * other, and what was chosen first would stand in the end. A photo takes its time, and nothing waits for it.
 */
export function inOrder(api: Api): Api {
  let last: Promise<unknown> = Promise.resolve()
  const calls = Object.entries(api as unknown as Record<string, Call>).map(([method, call]) => [
    method,
    (path: string, ...given: never[]) => {
      if (method === 'GET' || path.endsWith('/photos')) return call(path, ...given)
      const answer = last.then(() => call(path, ...given))
      last = answer.catch(() => {})
      return answer
    },
  ])
  return Object.fromEntries(calls) as Api
}
