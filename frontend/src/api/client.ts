import createClient, { type Client } from 'openapi-fetch'
import { language } from '../text/language.svelte'
import { newKey } from './ids'
import { Problem, problemOf } from './problem'
import type { paths } from './schema'
import type { Audience } from './types'

// A command's key may be given (the outbox keeps one for each) but need not be.
type KeyOptional<Operation> = Operation extends { parameters: { header: unknown } }
  ? Omit<Operation, 'parameters'> & {
      parameters: Omit<Operation['parameters'], 'header'> & { header?: { 'Idempotency-Key'?: string } }
    }
  : Operation
type Paths = { [Path in keyof paths]: { [Method in keyof paths[Path]]: KeyOptional<paths[Path][Method]> } }

export type Api = Client<Paths>

const unsafe = /^(POST|PUT|PATCH|DELETE)$/

/** A client of the API that speaks as the given audience of a workshop, in the reader's language. */
export function connect(as: Audience, send: typeof fetch = (request) => fetch(request)): Api {
  const client = createClient<Paths>({
    baseUrl: location.origin,
    fetch: send,
    querySerializer: (query) => new URLSearchParams({ ...(query as Record<string, string>), as }).toString(),
  })
  client.use({
    onRequest({ request }) {
      request.headers.set('Accept-Language', language.code)
      if (unsafe.test(request.method) && !request.headers.has('Idempotency-Key')) {
        request.headers.set('Idempotency-Key', newKey())
      }
      return request
    },
  })
  return client
}

interface Answer<T> {
  data?: T
  error?: unknown
  response: Response
}

/** The body of the answer; a refusal, or no answer at all, throws a Problem. */
export async function answer<T>(call: Promise<Answer<T>>): Promise<T> {
  let got: Answer<T>
  try {
    got = await call
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new Problem({ detail: '' })
  }
  if (!got.response.ok) throw problemOf(got.response, got.error)
  return got.data as T
}
