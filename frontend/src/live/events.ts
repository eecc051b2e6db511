/** What one block of a server-sent event stream says. */
export interface StreamEvent {
  data: string
  /** Milliseconds the server wants us to wait before we come again. */
  retry: number | undefined
}

/**
 * Reads server-sent events from text as it arrives, in whatever pieces.
 * Comments (heartbeats) give nothing. EventSource would do this for us, but it
 * hides heartbeats and status codes, and without heartbeats nobody can tell a
 * quiet workshop from a dead line.
 */
export class EventReader {
  #rest = ''

  read(piece: string): StreamEvent[] {
    const blocks = (this.#rest + piece).replace(/\r\n?/g, '\n').split('\n\n')
    this.#rest = blocks.pop() ?? ''
    return blocks.map(parse).filter((event) => event.data !== '' || event.retry !== undefined)
  }
}

function parse(block: string): StreamEvent {
  const data: string[] = []
  let retry: number | undefined
  for (const line of block.split('\n')) {
    const [, field, value] = /^(data|retry): ?(.*)$/.exec(line) ?? []
    if (field === 'data') data.push(value ?? '')
    if (field === 'retry' && /^\d+$/.test(value ?? '')) retry = Number(value)
  }
  return { data: data.join('\n'), retry }
}
