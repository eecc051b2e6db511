import { language } from '../text/language.svelte'
import { Problem, problemOf } from '../api/problem'
import type { Audience, Frame } from '../api/types'
import { EventReader } from './events'
import type { Source } from './feed'

/** The feed of a workshop over HTTP, as one audience sees it. clock hears the server's time, Unix milliseconds. */
export function feedOf(workshop: string, as: Audience, clock: (now: number) => void): Source {
  const ask = async (since: number, rest: Record<string, string>, signal: AbortSignal) => {
    const query = new URLSearchParams({ since: String(since), as, ...rest })
    const headers = { 'Accept-Language': language.code }
    const response = await fetch(`/api/workshops/${workshop}/feed?${query}`, {
      headers,
      signal,
      cache: 'no-store',
    }).catch(unreachable)
    if (!response.ok) throw problemOf(response, await response.json().catch(() => undefined))
    const now = Number(response.headers.get('Dilna-Time'))
    if (now) clock(now)
    return response
  }
  return {
    async stream(since, heard, signal) {
      const response = await ask(since, {}, signal)
      const reader = response.body!.getReader()
      const text = new TextDecoder()
      const events = new EventReader()
      for (;;) {
        const { done, value } = await reader.read().catch(unreachable)
        if (done || signal.aborted) return
        heard.bytes()
        for (const event of events.read(text.decode(value, { stream: true }))) {
          if (event.retry !== undefined) heard.retry(event.retry)
          if (event.data) heard.frame(JSON.parse(event.data) as Frame)
        }
      }
    },
    async poll(since, wait, signal) {
      const response = await ask(since, { wait: `${wait}s` }, signal)
      return (await response.json().catch(unreachable)) as Frame
    },
  }
}

function unreachable(error: unknown): never {
  if (error instanceof DOMException && error.name === 'AbortError') throw error
  throw new Problem()
}
