import type { Idea, Topic } from '../../api/types'
import { sections } from '../../live/sections'

/** A topic with what lies in it; without a topic: what is not sorted yet. */
export interface Column {
  topic: Topic | undefined
  /** The key that sends there; empty: none is left. */
  key: string
  cards: Card[]
}

/** An idea that stands under no other: those under it go along. */
export interface Card {
  idea: Idea
  number: number
  /** How many stand under it. */
  under: number
}

/** The board of a step: what is loose, then topic by topic.
 *
 * @param ideas all of the step's, in reading order (LiveWorkshop.ideasOf)
 * @param going ideas on their way, and to which topic ('' is none) */
export function columns(topics: Topic[], ideas: Idea[], going: ReadonlyMap<string, string>): Column[] {
  const roots = new Map<string, Card>()
  const rootOf = new Map<string, Card>()
  const cardsIn = new Map<string, Card[]>()
  ideas.forEach((idea, at) => {
    const above = rootOf.get(idea.parent ?? '')
    const card = above ?? { idea, number: at + 1, under: 0 }
    rootOf.set(idea.id, card)
    if (above) above.under++
    else roots.set(idea.id, card)
  })
  for (const card of roots.values()) {
    const topic = going.get(card.idea.id) ?? card.idea.topic ?? ''
    cardsIn.set(topic, [...(cardsIn.get(topic) ?? []), card])
  }
  const named = sections(topics, [])
    .filter((part) => part.topic)
    .map(({ topic }, at) => ({
      topic,
      key: at < 9 ? String(at + 1) : '',
      cards: cardsIn.get(topic!.id) ?? [],
    }))
  return [{ topic: undefined, key: '0', cards: cardsIn.get('') ?? [] }, ...named]
}

/** What is in hand: what was taken, else the first loose one; empty: nothing is left. */
export function inHand(board: Column[], taken: string): string {
  const isThere = board.some((column) => column.cards.some((card) => card.idea.id === taken))
  return isThere ? taken : (board[0]?.cards[0]?.idea.id ?? '')
}

/** What comes into the hand when the cards have left it: the loose one behind. */
export function after(board: Column[], hand: string, sent: ReadonlySet<string>): string {
  const loose = board[0]?.cards ?? []
  const at = loose.findIndex((card) => card.idea.id === hand)
  const left = (cards: Card[]) => cards.find((card) => !sent.has(card.idea.id))?.idea.id
  return left(loose.slice(at + 1)) ?? left(loose) ?? ''
}
