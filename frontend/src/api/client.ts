import type { Client } from 'openapi-fetch'
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

/** Typed by the server's own description; the call itself is so little that the phone need not fetch a library for it. */
export type Api = Pick<Client<Paths>, 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'>

/** What a call says beside its path. */
interface Call extends Omit<RequestInit, 'body'> {
  body?: unknown
  params?: { path?: Record<string, string>; query?: Record<string, string>; header?: Record<string, string> }
}

/** A client of the API that speaks as the given audience of a workshop, in the reader's language. */
export function connect(as: Audience, send: typeof fetch = (request) => fetch(request)): Api {
  const method = (name: string) => async (path: string, call?: Call) => {
    const response = await send(requestOf(name, path, as, call))
    const body = bodyOf(await response.text())
    return response.ok ? { data: body, response } : { error: body, response }
  }
  const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].map((name) => [name, method(name)])
  return Object.fromEntries(methods) as Api
}

function requestOf(method: string, path: string, as: Audience, { params = {}, ...call }: Call = {}): Request {
  const filled = path.replace(/{(\w+)}/g, (_, name: string) => encodeURIComponent(params.path?.[name] ?? ''))
  const headers = new Headers({ 'Accept-Language': language.code })
  if (method !== 'GET') headers.set('Idempotency-Key', params.header?.['Idempotency-Key'] ?? newKey())
  if (call.body !== undefined) headers.set('Content-Type', 'application/json')
  const query = new URLSearchParams({ ...params.query, as })
  const body = call.body === undefined ? null : JSON.stringify(call.body)
  return new Request(`${location.origin}${filled}?${query}`, { ...call, method, headers, body })
}

/** What an answer holds: JSON, or the text of something in between that is not ours. */
function bodyOf(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text)
  } catch {
    return text
  }
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
