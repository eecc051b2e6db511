import { expect, test } from 'vitest'
import cases from '../../../models/voting/testdata/cases.json'
import type { Rule } from '../api/types'
import { refusal, type Votes } from './rule'

// The same table as models/voting/voting_test.go.
test.each(cases.ballots)('a ballot: $name', ({ rule, ballot, ...wanted }) => {
  const { code, values } = wanted as { code?: string; values?: number[] }
  expect(refusal(rule as Rule, ballot as unknown as Votes)).toEqual(code ? { code, values } : undefined)
})
