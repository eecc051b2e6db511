import { newReceipt } from '../api/ids'
import { Problem } from '../api/problem'
import type { Ballot, Vote } from '../api/types'
import type { Said as SaidOf, Votes } from '../voting/rule'
import { saidBy, voteOf } from '../voting/vote'
import { Courier } from './courier'
import type { Shelf } from './shelf'

/** What a whole ballot says; of two, the one with the higher seq is newer. */
interface Said {
  votes: Votes
  seq: number
}

/** My ballot of one round: what the server confirmed, and what I wish where that is newer. */
interface Paper {
  round: string
  counted: Said
  wish?: Said
  /** Why the last wish was refused, in the server's words, and of which entries it said something else. */
  refused?: { sentence: string; entries: string[] }
  /** By which I find my ballot in the list of all: made here, sent with all that I say. */
  receipt?: string
  /** What was refused last; where the answer before was lost, it may have counted all the same. */
  perhaps?: Votes
  /** What I had said when the round ended. */
  given?: Votes
}

export type VoteState = 'none' | 'waiting' | 'counted' | 'refused'

/** What is sent: PUT …/ballot/mine. */
export interface Cast {
  votes: Vote[]
  seq: number
  receipt?: string
}

const blank: Said = { votes: {}, seq: 0 }

/**
 * My ballots. Each is whole and numbered, kept on this device until the server
 * confirms it, and what I do while one is on its way is sent as one. Nothing but
 * my own taps and the answers to them ever changes a ballot (INV-20). What may
 * stand on it the rule says: src/voting.
 */
export class MyBallots {
  readonly #shelf: Shelf
  readonly #send: (round: string, cast: Cast) => Promise<Ballot>
  readonly #courier: Courier
  #papers = $state.raw<ReadonlyMap<string, Paper>>(new Map())
  #stuck = $state(false)
  #answers = 0

  constructor(shelf: Shelf, send: (round: string, cast: Cast) => Promise<Ballot>) {
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

  /** What my ballot of a round says. */
  votesIn(round: string): Votes {
    return saidIn(this.#paper(round)).votes
  }

  stateOn(round: string, entry: string): VoteState {
    const { counted, wish, refused } = this.#paper(round)
    if (refused?.entries.includes(entry)) return 'refused'
    if (wish && differs(wish.votes[entry], counted.votes[entry])) return 'waiting'
    return counted.votes[entry] === undefined ? 'none' : 'counted'
  }

  /** Why my ballot of a round was refused; empty where it was not. */
  refusalIn(round: string): string {
    return this.#paper(round).refused?.sentence ?? ''
  }

  /** Whether all of my ballot of the round is confirmed. */
  settledIn(round: string): boolean {
    return !this.#paper(round).wish
  }

  /** Has my ballot say this of an entry; undefined: nothing. */
  set(round: string, entry: string, value: SaidOf | undefined): void {
    const { [entry]: _, ...others } = this.votesIn(round)
    this.fill(round, value === undefined ? others : { ...others, [entry]: value })
  }

  /** Has my ballot say this. */
  fill(round: string, votes: Votes): void {
    const { counted, wish, receipt = newReceipt() } = this.#paper(round)
    this.#keep({ round, counted, receipt, wish: { votes, seq: Math.max(Date.now(), (wish ?? counted).seq + 1) } })
    this.nudge()
  }

  /** How many ballots the server has answered so far; see learn. */
  get answers(): number {
    return this.#answers
  }

  /**
   * Takes over what the server holds (GET …/mine); newer wishes of mine stay.
   * asked is `answers` from before the question: if a ballot was confirmed since,
   * the answer may be older than it is and is not taken (false).
   */
  learn(ballots: readonly Ballot[], asked: number): boolean {
    if (asked !== this.#answers) return false
    for (const ballot of ballots) this.#settle(ballot)
    this.nudge()
    return true
  }

  /** What I had said in a round when it ended. */
  givenIn(round: string): Votes | undefined {
    return this.#paper(round).given
  }

  /** The rounds that are over in which I had said something of one of these entries. */
  givenOn(isEntry: (id: string) => boolean): string[] {
    const papers = [...this.#papers.values()]
    return papers.flatMap(({ round, given = {} }) => (Object.keys(given).some(isEntry) ? round : []))
  }

  /** What finds my ballot of a round that is over. */
  ownIn(round: string): Paper {
    return this.#paper(round)
  }

  /** Leaves of rounds that are over what finds my ballot, and what was refused until I have seen it. */
  end(over: (round: string) => boolean): void {
    for (const { round } of this.#papers.values()) if (over(round) && this.settledIn(round)) this.#end(round)
  }

  #end(round: string): void {
    const { counted, refused } = this.#paper(round)
    if (Object.keys(counted.votes).length > 0)
      this.#keep({ round, counted: blank, given: counted.votes, ...(refused ? { refused } : {}) })
    else if (!refused && !this.givenIn(round)) this.forget(round)
  }

  /** I have read what was refused in a round. */
  dismiss(round: string): void {
    const { refused: _, ...paper } = this.#paper(round)
    if (paper.counted.seq === 0 && !paper.given) this.forget(round)
    else this.#keep(paper)
  }

  /** Leaves nothing of a ballot on this device. */
  forget(round: string): void {
    this.#shelf.drop(round)
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

  /** The oldest wish. */
  #job(): (() => Promise<void>) | undefined {
    const wishes = [...this.#papers.values()].filter((paper) => paper.wish)
    const next = wishes.sort((a, b) => a.wish!.seq - b.wish!.seq)[0]
    return next && (() => this.#deliver(next, next.wish!))
  }

  async #deliver({ round, receipt }: Paper, wish: Said): Promise<void> {
    const votes = Object.entries(wish.votes).map(voteOf)
    try {
      const told = await this.#send(round, { votes, seq: wish.seq, ...(receipt ? { receipt } : {}) })
      this.#answers++
      this.#settle(told, wish.seq)
    } catch (error) {
      if (!(error instanceof Problem) || error.passing) throw error
      if (error.code === 'receipt-taken') this.#keep({ ...this.#paper(round), receipt: newReceipt() })
      else this.#refuse(round, wish, error.sentence)
    }
  }

  #settle({ round, votes, seq }: Ballot, answered = 0): void {
    const { wish, refused } = this.#paper(round)
    const counted = { votes: votesOf(votes ?? []), seq }
    const newer = wish && wish.seq > Math.max(seq, answered)
    this.#keep({ round, counted, ...(newer ? { wish } : {}), ...(refused ? { refused } : {}) })
  }

  #refuse(round: string, sent: Said, sentence: string): void {
    const { counted, wish } = this.#paper(round)
    const both = [...Object.keys(sent.votes), ...Object.keys(counted.votes)]
    const entries = both.filter((entry) => differs(sent.votes[entry], counted.votes[entry]))
    const changedMeanwhile = wish && wish.seq > sent.seq
    const refused = changedMeanwhile ? { wish } : { refused: { sentence, entries }, perhaps: sent.votes }
    this.#keep({ round, counted, ...refused })
  }

  #paper(round: string): Paper {
    return this.#papers.get(round) ?? { round, counted: blank }
  }

  #keep(paper: Paper): void {
    const { receipt, perhaps, given } = this.#paper(paper.round)
    this.#shelf.put(paper.round, { receipt, perhaps, given, ...paper })
    this.#read()
  }

  #read(): void {
    const papers = this.#shelf.names().map((name) => [name, this.#shelf.get<Paper>(name)] as const)
    this.#papers = new Map(papers.filter((one): one is [string, Paper] => one[1] !== undefined))
  }
}

/** Lists are the same if they say the same. */
const differs = (a: SaidOf | undefined, b: SaidOf | undefined): boolean => String(a) !== String(b)
const saidIn = ({ counted, wish }: Paper): Said => wish ?? counted
const votesOf = (votes: readonly Vote[]): Votes =>
  Object.fromEntries(votes.map((vote) => [vote.entry, saidBy(vote)]))
