/** What is wrong with one field of a request, in the reader's language. */
export interface FieldProblem {
  /** As in the request body, dotted where nested. */
  field: string
  sentence: string
}

/** A text that somebody else has changed meanwhile: what stands now, and what was typed here. */
export interface Collision {
  pointer: string
  stands: string
  yours: string
}

/**
 * A refusal by the server (application/problem+json), or a server that could
 * not be reached: then status is 0 and the code is "unreachable".
 */
export class Problem extends Error {
  readonly status: number
  readonly code: string
  readonly title: string
  readonly detail: string
  readonly fields: FieldProblem[]
  readonly collisions: Collision[]
  /** Milliseconds the server asks us to wait; 0 where it does not say. */
  readonly retryAfter: number

  constructor(parts: Partial<Omit<Problem, 'name'>> = {}) {
    super(`${parts.status ?? 0} ${parts.code ?? 'unreachable'}: ${parts.detail ?? ''}`)
    this.name = 'Problem'
    this.status = parts.status ?? 0
    this.code = parts.code ?? 'unreachable'
    this.title = parts.title ?? ''
    this.detail = parts.detail ?? ''
    this.fields = parts.fields ?? []
    this.collisions = parts.collisions ?? []
    this.retryAfter = parts.retryAfter ?? 0
  }

  /** Whether sending the same command again later may go well. */
  get passing(): boolean {
    return this.status === 0 || this.status === 408 || this.status === 429 || this.status >= 500
  }

  /** The sentence to show; empty where the server could not be reached. */
  get sentence(): string {
    return this.fields.length > 0 ? this.fields.map((f) => f.sentence).join(' ') : this.detail || this.title
  }
}

/** Reads a refusal; body is what the response held, parsed where it was JSON. */
export function problemOf(response: Response, body: unknown): Problem {
  const said = isRecord(body) ? body : {}
  return new Problem({
    status: response.status,
    code: text(said['code']) || 'internal',
    title: text(said['title']),
    detail: text(said['detail']),
    fields: Array.isArray(said['errors']) ? said['errors'].filter(isRecord).map(fieldOf) : [],
    collisions: Array.isArray(said['collisions']) ? said['collisions'] : [],
    retryAfter: (Number(response.headers.get('Retry-After')) || 0) * 1000,
  })
}

/** "#/head/title" points at the field head.title. */
function fieldOf(error: Record<string, unknown>): FieldProblem {
  const field = text(error['pointer']).replace(/^#\//, '').replaceAll('/', '.')
  return { field, sentence: text(error['detail']) }
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
