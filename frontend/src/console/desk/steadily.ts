/** Milliseconds between tries of one command. */
const pauses = [400, 1200, 3000]

/**
 * Sends a request, and the same one again (with its Idempotency-Key, so that it
 * counts once) while the server cannot be reached or is just busy. After the
 * last try the answer, or the failure, is the caller's.
 */
export async function steadily(request: Request, send: typeof fetch = fetch): Promise<Response> {
  for (const pause of pauses) {
    const response = await send(request.clone()).catch(() => undefined)
    if (response && !isPassing(response)) return response
    await wait(retryAfter(response) || pause)
  }
  return send(request)
}

const isPassing = (response: Response) => [502, 503, 504].includes(response.status)

function retryAfter(response: Response | undefined): number {
  return Math.min(5, Number(response?.headers.get('Retry-After')) || 0) * 1000
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
