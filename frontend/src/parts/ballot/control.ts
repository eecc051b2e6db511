import type { Rule } from '../../api/types'
import type { Topics, Votes } from '../../voting/rule'

/** What a ballot offers on one entry: one component a rule, the same on phones
 * and where paper ballots are entered. */
export interface Control {
  rule: Rule
  /** All that the ballot says. */
  votes: Votes
  entry: string
  /** In which topic each entry stands, for rules that have a limit for a topic. */
  topics: Topics
  /** The entry in words, for screen readers. */
  on: string
  /** Has the ballot say this. */
  fill: (votes: Votes) => void
}
