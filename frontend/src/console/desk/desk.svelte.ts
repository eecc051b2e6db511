import { createContext } from 'svelte'
import { SvelteMap } from 'svelte/reactivity'
import type { Api } from '../../api/client'
import type { Collision, Problem } from '../../api/problem'
import type { Step } from '../../api/types'
import { Following } from '../../live/following.svelte'
import { WallHand } from '../../live/hand.svelte'
import { LiveWorkshop } from '../../live/workshop.svelte'
import { Attention } from './attention.svelte'
import { Commands, type Part } from './commands'
import { History } from './history.svelte'
import { Moves } from './moves.svelte'
import { OutgoingIdeas } from './outgoing.svelte'
import { Saving } from './saving.svelte'
import { OutgoingEntries } from '../outline/outgoing.svelte'
import { watched } from './watched'

/** Two texts of which one is to be chosen. */
interface OpenCollision extends Collision {
  keepMine: () => Promise<void>
}

/** Everything the screens of one workshop share: what is known of it, what can
 * be done to it, and how the last change stands. */
export class Desk {
  readonly api: Api
  readonly id: string
  readonly live = new LiveWorkshop()
  readonly commands: Commands
  readonly saving = new Saving()
  readonly history: History
  readonly moves: Moves
  readonly outgoing: OutgoingIdeas
  readonly lines: OutgoingEntries
  /** What is typed and not yet added, by step: looking at another step loses nothing. */
  readonly drafts = new SvelteMap<string, string>()
  readonly following: Following
  readonly attention: Attention
  readonly wall: WallHand
  /** Texts that somebody else has changed while they were reworded here. */
  #collisions = $state.raw<OpenCollision[]>([])
  /** Where an outline is to put the cursor: into an entry of its step, or into a new one (''). */
  cursor = $state.raw<{ step: string; entry: string }>()
  /** Why the feed ended for good: signed out, or no such workshop. */
  refused = $state.raw<Problem>()

  constructor(api: Api, id: string) {
    this.api = api
    this.id = id
    this.history = new History(
      () => this.commands,
      this.saving,
      () => this.live.revision,
    )
    this.commands = new Commands(
      watched(
        api,
        (change) => this.history.began(change),
        () => this.history.acted(),
      ),
      id,
    )
    void this.history.glance()
    this.moves = new Moves(() => this.commands, this.live, this.saving)
    this.attention = new Attention(api, id, this.live)
    this.wall = new WallHand(id)
    this.outgoing = new OutgoingIdeas(this.commands, this.live)
    this.lines = new OutgoingEntries(this.commands, this.live)
    this.following = new Following(id, 'facilitator', this.live, (problem) => (this.refused = problem))
  }

  /** Does one thing at the press of a button. */
  do(work: (commands: Commands) => Promise<unknown>): Promise<boolean> {
    return this.saving.run(() => work(this.commands))
  }

  /** Changes a text that was made from what stood in its place; true when it is saved.
   * If another stands there by now, both are kept until one is chosen.
   *
   * @param here takes the collision over, where the text is still open */
  async reword(
    from: string,
    work: (from: string) => Promise<unknown>,
    here: (stands: string) => boolean = () => false,
  ): Promise<boolean> {
    if (await this.saving.run(() => work(from))) return true
    const collision = this.saving.problem?.collisions[0]
    if (!collision) return false
    this.saving.dismiss()
    if (here(collision.stands)) return false
    const keepMine = async () => void (await this.reword(collision.stands, work))
    this.#collisions = [...this.#collisions, { ...collision, keepMine }]
    return false
  }

  get collisions(): OpenCollision[] {
    return this.#collisions
  }

  /** One of both texts has been chosen. */
  settle(collision: OpenCollision): void {
    this.#collisions = this.#collisions.filter((one) => one !== collision)
  }

  /** Takes something out of the workshop, with all that is under it. */
  remove(part: Part, id: string): Promise<boolean> {
    return this.do((commands) => commands.remove(part, id))
  }

  /** Removes the rehearsal. Nothing more may be asked of it then, what was done last neither. */
  async removeRehearsal(): Promise<boolean> {
    this.following.rest()
    const isRemoved = await this.saving.run(() => new Commands(this.api, this.id).removeRehearsal())
    if (!isRemoved) this.following.goOn()
    return isRemoved
  }

  /** Whether leaving the page would lose something. */
  get isUnsaved(): boolean {
    return this.outgoing.any || this.lines.any || [...this.drafts.values()].some((text) => text.trim() !== '')
  }

  /** Whether the ideas of a step are frozen because people vote on them. */
  isFrozen(step: Step): boolean {
    return this.live.openRound(step.id) !== undefined
  }
}

export const [useDesk, provideDesk] = createContext<Desk>()
