// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { connect } from '../api/client'
import { Commands } from './desk/commands'
import { inOrder } from './inOrder'

const settled = () => new Promise((resolve) => setTimeout(resolve))

/** A desk on a slow line: what was asked of the server so far, and its next answer. */
function slowLine() {
  const asked: string[] = []
  const waiting: ((response: Response) => void)[] = []
  const line = connect('facilitator', (request) => {
    const { method, url } = request as Request
    asked.push(`${method} ${new URL(url).pathname}`)
    return new Promise((answer) => waiting.push(answer))
  })
  const answerNext = async (status = 200) => {
    waiting.shift()!(new Response('{}', { status }))
    await settled()
  }
  const api = inOrder(line)
  return { api, commands: new Commands(api, 'w'), asked, answerNext }
}

test('what is chosen later is sent when what was chosen before is answered, or refused', async () => {
  const { commands, asked, answerNext } = slowLine()
  const label = commands.changeRound('r', { label: 'Priority' }).catch(() => 'refused')
  const entry = commands.changeRound('r', { entry: 'typed' })
  const open = commands.setRoundState('r', { state: 'prepared', ballots: 0 }, 'open', false)
  await settled()
  expect(asked).toEqual(['PATCH /api/workshops/w/rounds/r'])
  await answerNext(409)
  expect(await label).toBe('refused')
  expect(asked).toHaveLength(2)
  await answerNext()
  await entry
  expect(asked.at(-1)).toBe('PUT /api/workshops/w/rounds/r/state')
  await answerNext()
  await open
})

test('nothing waits for a photo, nor for telling at which text one is; what is only read waits for nothing', async () => {
  const { api, commands, asked } = slowLine()
  void commands.addPhoto('s', { id: 'p', image: '', alt: 'Tabule' } as never, 'key')
  const params = { path: { w: 'w', screen: 'x' } }
  void api.PUT('/api/workshops/{w}/editing/{screen}', { params, body: { text: 'ideas/a/text' } })
  void commands.changeRound('r', { label: 'Priority' })
  void commands.door()
  await settled()
  expect([...asked].sort()).toEqual([
    'GET /api/workshops/w/door',
    'PATCH /api/workshops/w/rounds/r',
    'POST /api/workshops/w/steps/s/photos',
    'PUT /api/workshops/w/editing/x',
  ])
})
