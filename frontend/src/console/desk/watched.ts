import type { Api } from '../../api/client'

type Call = (...given: never[]) => Promise<{ response: Response }>

/** The same client, which tells of each change that is sent, and when the server has accepted it. */
export function watched(api: Api, began: (change: Promise<unknown>) => void, changed: () => void): Api {
  const calls = Object.entries(api as unknown as Record<string, Call>).map(([method, call]) => [
    method,
    async (...given: never[]) => {
      const answer = call(...given)
      if (method !== 'GET') began(answer)
      const got = await answer
      if (method !== 'GET' && got.response.ok) changed()
      return got
    },
  ])
  return Object.fromEntries(calls) as Api
}
