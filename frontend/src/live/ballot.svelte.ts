import { Problem } from '../api/problem'
import type { Ballot, DotsPlaced } from '../api/types'
import { Courier } from './courier'
import type { Shelf } from './shelf'

/** A count of dots on one idea; of two, the one with the higher seq is newer. */
interface Count {
  count: number
  seq: number
}

/** My dots on one idea: what the server confirmed, and what I wish where that is newer. */
interface Spot {
  round: string
  idea: string
  counted: Count
  wish?: Count
  /** Why the last wish was refused, in the server's words. */
  refused?: string
}

export interface DotRule {
  id: string
  /** Dots one person has in all, and most of them on one idea (0: all). */
  dots: number
  per_idea: number
}

export type SpotState = 'none' | 'waiting' | 'counted' | 'refused'

const untouched: Count = { count: 0, seq: 0 }

/**
 * My dots. Counts are absolute and numbered, kept on this device until the
 * server confirms them, and one idea's changes are sent as one. Nothing but my
 * own taps and the answers to them ever changes a ballot (INV-20).
 */
export class MyBallots {
  readonly #shelf: Shelf
  readonly #send: (round: string, idea: string, count: Count) => Promise<DotsPlaced>
  readonly #courier: Courier
  #spots = $state.raw<ReadonlyMap<string, Spot>>(new Map())
  #given = $state.raw<ReadonlyMap<string, ReadonlyMap<string, number>>>(new Map())
  #stuck = $state(false)
  #answers = 0

  constructor(shelf: Shelf, send: (round: string, idea: string, count: Count) => Promise<DotsPlaced>) {
    this.#shelf = shelf
    this.#send = send
    this.#courier = new Courier(
      () => this.#job(),
      (stuck) => (this.#stuck = stuck),
    )
    this.#read()
  }

  /** Whether the newest try to send found nobody. */
  get stuck(): boolean {
    return this.#stuck
  }

  countOn(round: string, idea: string): number {
    return countOf(this.#spot(round, idea))
  }

  stateOn(round: string, idea: string): SpotState {
    const spot = this.#spot(round, idea)
    if (spot.refused) return 'refused'
    if (spot.wish) return 'waiting'
    return spot.counted.count > 0 ? 'counted' : 'none'
  }

  /** Why the dots on an idea were refused; empty where they were not. */
  refusalOn(round: string, idea: string): string {
    return this.#spot(round, idea).refused ?? ''
  }

  /** Refusals in a round, each sentence once. */
  refusalsIn(round: string): string[] {
    return [...new Set(this.#of(round).flatMap((spot) => spot.refused ?? []))]
  }

  usedIn(round: string): number {
    return this.#of(round).reduce((sum, spot) => sum + countOf(spot), 0)
  }

  leftIn(rule: DotRule): number {
    return rule.dots - this.usedIn(rule.id)
  }

  /** Whether all my dots of the round are confirmed. */
  settledIn(round: string): boolean {
    return this.#of(round).every((spot) => !spot.wish)
  }

  mayAdd(rule: DotRule, idea: string): boolean {
    const most = rule.per_idea > 0 ? rule.per_idea : rule.dots
    return this.leftIn(rule) > 0 && this.countOn(rule.id, idea) < most
  }

  /** Places count dots on an idea. */
  set(round: string, idea: string, count: number): void {
    const { refused: _, ...spot } = this.#spot(round, idea)
    this.#keep({ ...spot, wish: { count, seq: this.#nextSeq() } })
    this.nudge()
  }

  /** How many dots the server has answered so far; see learn. */
  get answers(): number {
    return this.#answers
  }

  /**
   * Takes over what the server holds (GET …/mine); newer wishes of mine stay.
   * asked is `answers` from before the question: if dots were confirmed since,
   * the answer may be older than they are and is not taken (false).
   */
  learn(ballots: readonly Ballot[], asked: number): boolean {
    if (asked !== this.#answers) return false
    for (const ballot of ballots) {
      const held = new Map(ballot.dots.map((dots) => [dots.idea, { count: dots.count, seq: dots.seq }]))
      const ideas = new Set([...held.keys(), ...this.#of(ballot.round).map((spot) => spot.idea)])
      for (const idea of ideas) this.#settle(ballot.round, idea, held.get(idea) ?? untouched)
    }
    this.nudge()
    return true
  }

  /** How many dots I had placed in a round when it ended; undefined after a reload. */
  givenIn(round: string): number | undefined {
    const given = this.#given.get(round)
    return given && [...given.values()].reduce((sum, count) => sum + count, 0)
  }

  /** How many of them were on an idea; 0 after a reload: nothing of it stays on the device. */
  givenOn(round: string, idea: string): number {
    return this.#given.get(round)?.get(idea) ?? 0
  }

  /** Leaves nothing on this device of rounds that are over, but what was refused until I have seen it. */
  forget(over: (round: string) => boolean): void {
    const rounds = new Set([...this.#spots.values()].map((spot) => spot.round))
    for (const round of rounds) if (over(round) && this.settledIn(round)) this.#end(round)
  }

  #end(round: string): void {
    const left = this.#of(round).filter((spot) => spot.counted.seq > 0 || !spot.refused)
    if (left.length === 0) return
    const mine = this.#of(round).map((spot) => [spot.idea, countOf(spot)] as const)
    this.#given = new Map([...this.#given, [round, new Map(mine)]])
    for (const spot of left) {
      if (spot.refused) this.#shelf.put(nameOf(spot), { ...spot, counted: untouched })
      else this.#shelf.drop(nameOf(spot))
    }
    this.#read()
  }

  /** I have read what was refused in a round. */
  dismiss(round: string): void {
    for (const spot of this.#of(round)) if (spot.refused) this.#shelf.drop(nameOf(spot))
    this.#read()
  }

  nudge(): void {
    this.#courier.nudge()
  }

  /** Another tab changed the shelf. */
  reread(): void {
    this.#read()
    this.nudge()
  }

  /** Taking back goes first, so that the dots are free for what comes after; else the oldest wish. */
  #job(): (() => Promise<void>) | undefined {
    const wishes = [...this.#spots.values()].filter((spot) => spot.wish)
    const giving = (spot: Spot) => (countOf(spot) < spot.counted.count ? 0 : 1)
    const next = wishes.sort((a, b) => giving(a) - giving(b) || a.wish!.seq - b.wish!.seq)[0]
    return next && (() => this.#deliver(next))
  }

  async #deliver(spot: Spot): Promise<void> {
    try {
      const { count, seq } = await this.#send(spot.round, spot.idea, spot.wish!)
      this.#answers++
      this.#settle(spot.round, spot.idea, { count, seq }, spot.wish!.seq)
    } catch (error) {
      if (!(error instanceof Problem) || error.passing) throw error
      this.#refuse(spot, error.sentence)
    }
  }

  #settle(round: string, idea: string, counted: Count, answered = 0): void {
    const { wish, ...spot } = this.#spot(round, idea)
    const newer = wish && wish.seq > Math.max(counted.seq, answered)
    this.#keep({ ...spot, counted, ...(newer ? { wish } : {}) })
  }

  #refuse(sent: Spot, sentence: string): void {
    const { wish, ...spot } = this.#spot(sent.round, sent.idea)
    const changedMeanwhile = wish && wish.seq > sent.wish!.seq
    this.#keep(changedMeanwhile ? { ...spot, wish } : { ...spot, refused: sentence })
  }

  #spot(round: string, idea: string): Spot {
    return this.#spots.get(nameOf({ round, idea })) ?? { round, idea, counted: untouched }
  }

  #of(round: string): Spot[] {
    return [...this.#spots.values()].filter((spot) => spot.round === round)
  }

  #nextSeq(): number {
    const known = [...this.#spots.values()].map((spot) => Math.max(spot.counted.seq, spot.wish?.seq ?? 0))
    return Math.max(Date.now(), ...known.map((seq) => seq + 1))
  }

  #keep(spot: Spot): void {
    this.#shelf.put(nameOf(spot), spot)
    this.#read()
  }

  #read(): void {
    this.#spots = new Map(this.#shelf.names().flatMap((name) => entry(name, this.#shelf.get<Spot>(name))))
  }
}

const nameOf = ({ round, idea }: { round: string; idea: string }) => `${round}/${idea}`
const countOf = (spot: Spot) => (spot.wish ?? spot.counted).count
const entry = <T>(name: string, value: T | undefined): [string, T][] =>
  value === undefined ? [] : [[name, value]]
