import { expect, test } from 'vitest'
import cases from '../../../models/voting/testdata/cases.json'
import type { Rule } from '../api/types'
import { isCounted, refusal } from './check'
import type { Topics, Votes } from './rule'

interface Case {
  rule: Rule
  ballot: Votes
  topics?: Topics
  code?: string
  values?: number[]
  counts?: boolean
}

// The same table as models/voting/voting_test.go.
test.each(cases.ballots as unknown as (Case & { name: string })[])(
  'a ballot: $name',
  ({ rule, ballot, topics, code, values, counts = true }) => {
    expect(refusal(rule, ballot, topics)).toEqual(code ? { code, values } : undefined)
    if (!code) expect(isCounted(rule, ballot), 'counted at closing').toBe(counts)
  },
)
