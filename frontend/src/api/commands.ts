import type { Command } from '../live/outbox.svelte'
import { answer, type Api } from './client'

/** Sends one command of the outbox; a refusal throws a Problem. */
export async function sendCommand(api: Api, workshop: string, command: Command, key: string): Promise<void> {
  const header = { 'Idempotency-Key': key }
  const at = { w: workshop }
  const { id, part } = command
  switch (command.does) {
    case 'add': {
      const { step, under, text } = command
      const path = { ...at, step }
      if (part === 'ideas') {
        const body = { id, text, ...(under ? { topic: under } : {}) }
        await answer(api.POST('/api/workshops/{w}/steps/{step}/ideas', { params: { path, header }, body }))
      } else {
        const body = { id, text, ...(under ? { parent: under } : {}) }
        await answer(api.POST('/api/workshops/{w}/steps/{step}/causes', { params: { path, header }, body }))
      }
      return
    }
    case 'change': {
      const { text, from } = command
      const body = from === undefined ? { text } : { text, made_from: { text: from } }
      if (part === 'ideas') {
        const params = { path: { ...at, row: id }, header }
        await answer(api.PATCH('/api/workshops/{w}/ideas/{row}', { params, body }))
      } else {
        const params = { path: { ...at, row: id }, header }
        await answer(api.PATCH('/api/workshops/{w}/causes/{row}', { params, body }))
      }
      return
    }
    case 'remove': {
      const params = { path: { ...at, part, id }, header }
      await answer(api.DELETE('/api/workshops/{w}/{part}/{id}', { params }))
      return
    }
    case 'restore': {
      const params = { path: { ...at, part, id }, header }
      await answer(api.POST('/api/workshops/{w}/{part}/{id}/restore', { params }))
    }
  }
}
