import { newId, newKey } from '../../api/ids'
import type { Step } from '../../api/types'
import type { MenuItem } from '../../parts/Menu.svelte'
import type { Desk } from '../desk/desk.svelte'
import { address, router } from '../route.svelte'
import { words } from '../words'

/** What may be made of anything that stands in a step. */
export type Made = 'decisions' | 'tasks'

interface Source {
  id: string
  text: string
}

/** Two lines of a menu: a decision and a task of it. */
export function makeItems(desk: Desk, source: Source): MenuItem[] {
  return (['decisions', 'tasks'] as const).map((part) => ({
    label: words().agreeing.from[part],
    does: () => void make(desk, part, source),
  }))
}

/** Makes a decision or a task, of something or of nothing, in the step for them, and puts the cursor into it. */
export async function make(desk: Desk, part: Made, source?: Source): Promise<void> {
  const there = stepFor(desk.live.steps, desk.live.current, part)
  const step = there?.id ?? newId()
  const entry = source ? newId() : ''
  const keys = [newKey(), newKey()] as const // made once: tried again, it is still the same
  const done = await desk.do(async (commands) => {
    const heading = words().agreeing.heading[part]
    if (!there) await commands.addStep({ id: step, method: part, heading }, keys[0])
    if (!source) return
    const from = { entry: source.id, text: source.text }
    await commands.addEntry(part, step, { id: entry, text: source.text, from }, keys[1])
  })
  if (!done) return
  desk.cursor = { step, entry }
  router.go(placeOf(desk, step))
}

/** The step where new ones of a kind go: the current one, else the last of that method. */
export function stepFor(steps: Step[], current: Step | undefined, method: Made): Step | undefined {
  return current?.method === method ? current : steps.filter((step) => step.method === method).at(-1)
}

/** Where a step is shown; people stay where they are. */
export function placeOf(desk: Desk, step: string): string {
  const { route } = router
  const tab = route.page === 'workshop' && route.tab === 'prepare' ? 'prepare' : 'run'
  return address(desk.id, tab, tab === 'run' && step === desk.live.head?.current_step ? '' : step)
}
