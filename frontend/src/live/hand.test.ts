import { afterEach, expect, it, vi } from 'vitest'
import { GuidedWall, WallHand } from './hand.svelte'

const open: { stop: () => void }[] = []
afterEach(() => open.splice(0).forEach((one) => one.stop()))
const wallOf = (workshop: string) => opened(new GuidedWall(workshop))
const handOn = (workshop: string) => opened(new WallHand(workshop))
function opened<T extends { stop: () => void }>(one: T): T {
  open.push(one)
  return one
}

it('a console finds the wall of its browser, whichever was there first', async () => {
  const early = handOn('w')
  wallOf('w')
  const late = handOn('w')
  await vi.waitFor(() => expect([early.present, late.present]).toEqual([true, true]))
})

it('the wall does what the console asks, and the console knows what the wall shows', async () => {
  const wall = wallOf('w')
  const hand = handOn('w')
  hand.showBone('b1')
  hand.order(true)
  await vi.waitFor(() => expect([wall.bone.cause, wall.collected, hand.collected]).toEqual(['b1', true, true]))
  wall.order(false)
  await vi.waitFor(() => expect(hand.collected).toBe(false))
})

it('a wall that is closed is no more there, another one of the browser is', async () => {
  const [first, second] = [wallOf('w'), wallOf('w')]
  const hand = handOn('w')
  await vi.waitFor(() => expect(hand.present).toBe(true))
  open.splice(open.indexOf(first), 1)
  first.stop()
  hand.showBone('b1')
  await vi.waitFor(() => expect([second.bone.cause, hand.present]).toEqual(['b1', true]))
  open.splice(open.indexOf(second), 1)
  second.stop()
  await vi.waitFor(() => expect(hand.present).toBe(false))
})

it('the wall of another workshop is not asked', async () => {
  const other = wallOf('other')
  const wall = wallOf('w')
  const hand = handOn('w')
  hand.showBone('b1')
  await vi.waitFor(() => expect(wall.bone.cause).toBe('b1'))
  expect(other.bone.cause).toBe('')
})

it('the console presses the keys of the wall, and a picture of it follows without answering', async () => {
  const pressed: string[] = []
  const wall = opened(new GuidedWall('w', (key) => pressed.push(key)))
  const seen: number[] = []
  const nothing = () => expect.unreachable('a picture has no keys')
  const picture = opened(new GuidedWall('w', nothing, ({ page }) => seen.push(page)))
  const hand = handOn('w')
  wall.show({ page: 2, pages: 5, paused: true, code: false, letters: 1, part: '' })
  hand.press('ArrowRight')
  await vi.waitFor(() => expect([pressed, seen.at(-1), hand.shown?.pages]).toEqual([['ArrowRight'], 2, 5]))
  open.splice(open.indexOf(wall), 1)
  wall.stop()
  picture.order(true)
  await vi.waitFor(() => expect(hand.shown, 'a picture is no wall').toBeUndefined())
})
