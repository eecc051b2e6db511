import { problemOf } from '../../api/problem'
import type { Workshop } from '../../api/types'
import { language } from '../../text/language.svelte'

/** Makes a workshop of a workshop file, or of a PDF with one inside, as it was read: what is wrong is told by its line. */
export async function bringFile(id: string, key: string, file: string | ArrayBuffer): Promise<Workshop> {
  const response = await fetch(`/api/workshops/file?id=${id}`, {
    method: 'POST',
    headers: { 'Accept-Language': language.code, 'Content-Type': 'application/json', 'Idempotency-Key': key },
    body: file,
  })
  const body: unknown = await response.json()
  if (!response.ok) throw problemOf(response, body)
  return body as Workshop
}
