import { expect, test } from 'vitest'
import { Problem, problemOf } from './problem'

const refused = (status: number, headers = {}) => new Response(null, { status, headers })

test('a refusal says what is wrong with which field, in the server’s own words', () => {
  const problem = problemOf(refused(422), {
    code: 'invalid',
    title: 'Něco není v pořádku',
    detail: 'Opravte prosím označená pole.',
    errors: [{ pointer: '#/head/title', reason: 'too-long', detail: 'Nejvýš 300 znaků.' }],
  })
  expect(problem.fields).toEqual([{ field: 'head.title', sentence: 'Nejvýš 300 znaků.' }])
  expect(problem.sentence).toBe('Nejvýš 300 znaků.')
  expect(problem.passing).toBe(false)
})

test('without fields the detail is the sentence', () => {
  expect(problemOf(refused(409), { code: 'step-not-open', title: 'T', detail: 'Krok je uzavřen.' }).sentence).toBe(
    'Krok je uzavřen.',
  )
})

test('what passes by itself is told from what does not', () => {
  const passing = [0, 408, 429, 500, 502, 503, 504].map((status) => new Problem({ status }).passing)
  expect(passing).toEqual(Array(7).fill(true))
  expect([400, 401, 403, 404, 409, 413, 422].some((status) => new Problem({ status }).passing)).toBe(false)
})

test('a proxy’s page instead of a problem is still an answer', () => {
  const problem = problemOf(refused(503, { 'Retry-After': '2' }), '<html>')
  expect([problem.status, problem.code, problem.retryAfter]).toEqual([503, 'internal', 2000])
})
