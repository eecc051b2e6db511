import type { Api } from '../../api/client'

type Call = (...given: never[]) => Promise<{ response: Response }>

/** The same client, which tells when the server has accepted a change. */
export function watched(api: Api, changed: () => void): Api {
  const calls = Object.entries(api as unknown as Record<string, Call>).map(([method, call]) => [
    method,
    async (...given: never[]) => {
      const got = await call(...given)
      if (method !== 'GET' && got.response.ok) changed()
      return got
    },
  ])
  return Object.fromEntries(calls) as Api
}
