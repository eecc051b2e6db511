import { expect, test } from 'vitest'
import { hasSmallCode, sceneOf, type Scene, type Standing } from './scene'

const now = (change: Partial<Standing>): Standing => ({
  trouble: false,
  workshop: 'open',
  locked: false,
  tickets: false,
  step: true,
  asked: false,
  ...change,
})

// What the wall shows by state, and whether the code stands at its foot.
const table: [state: string, standing: Standing, scene: Scene, code: boolean][] = [
  ['without a right link', now({ trouble: true }), 'no-link', false],
  ['not yet connected', now({ workshop: undefined, step: false }), 'connecting', false],
  ['before the doors open', now({ workshop: 'prepared', step: false }), 'shut', false],
  ['doors shut again in the middle', now({ workshop: 'prepared' }), 'shut', false],
  ['running, no step is open', now({ step: false }), 'entrance', false],
  ['running, no step is open, the door locked', now({ step: false, locked: true }), 'locked', false],
  ['running, in a step', now({}), 'step', true],
  ['running, in a step, the door locked', now({ locked: true }), 'step', false],
  ['running, in a step, the code lets nobody in', now({ tickets: true }), 'step', false],
  ['running, in a step, the code asked for', now({ asked: true }), 'entrance', false],
  ['running, the code asked for, the door locked', now({ asked: true, locked: true }), 'locked', false],
  ['ended', now({ workshop: 'ended' }), 'ended', false],
  ['ended, the code asked for', now({ workshop: 'ended', asked: true }), 'ended', false],
]

for (const [state, standing, scene, code] of table) {
  test(`${state}: the wall shows ${scene}${code ? ' and the code' : ''}`, () => {
    expect([sceneOf(standing), hasSmallCode(standing)]).toEqual([scene, code])
  })
}
