import { newId, newKey } from '../../api/ids'
import type { Idea, Step } from '../../api/types'
import type { LiveWorkshop } from '../../live/workshop.svelte'
import type { Commands } from '../desk/commands'

/** The fishbone that waits for this step's result: the next one in the agenda
 * that nobody has touched. */
export function emptyFishboneAfter(live: LiveWorkshop, step: Step): Step | undefined {
  const here = live.steps.findIndex((one) => one.id === step.id)
  return live.steps
    .slice(here + 1)
    .find((one) => one.method === 'fishbone' && !one.effect && live.causesOf(one.id).length === 0)
}

/**
 * Takes an idea apart on a fishbone: fills the one that waits for it, or adds
 * one right after the step, and has the screens go there where they may.
 * Returns the fishbone's id.
 */
export async function startFishbone(
  commands: Commands,
  live: LiveWorkshop,
  step: Step,
  idea: Idea,
  heading: string,
): Promise<string> {
  const there = emptyFishboneAfter(live, step)
  const from = { state: there?.state ?? ('waiting' as const), current_step: live.head?.current_step ?? '' }
  const fish = there?.id ?? (await addAfter(commands, live, step, heading))
  await commands.changeStep(fish, { effect: idea.text })
  if (live.head?.state === 'open') await commands.setStepState(fish, from, 'open')
  return fish
}

async function addAfter(commands: Commands, live: LiveWorkshop, step: Step, heading: string): Promise<string> {
  const id = newId()
  await commands.addStep({ id, method: 'fishbone', heading }, newKey())
  await commands.place('steps', id, live.steps.findIndex((one) => one.id === step.id) + 1)
  return id
}
