import { answer, type Api } from '../../api/client'
import type { components } from '../../api/schema'
import type { Workshop } from '../../api/types'

type Body = components['schemas']
/** What stands in an outline. */
export type OutlinePart = 'causes' | 'decisions' | 'tasks'
export type Part = 'steps' | 'topics' | 'ideas' | 'rounds' | 'combinations' | 'photos' | 'divisions' | OutlinePart

/** Where entries of each kind are added and changed. */
const entriesOf = {
  causes: { add: '/api/workshops/{w}/steps/{step}/causes', change: '/api/workshops/{w}/causes/{row}' },
  decisions: { add: '/api/workshops/{w}/steps/{step}/decisions', change: '/api/workshops/{w}/decisions/{row}' },
  tasks: { add: '/api/workshops/{w}/steps/{step}/tasks', change: '/api/workshops/{w}/tasks/{row}' },
} as const

/** What a facilitator does to the content of one workshop, and what she reads of it. Who may come in
 * and who leads asks the API where it is shown (doors, tables). A key given makes sending the same
 * again harmless. */
export class Commands {
  readonly #api: Api
  readonly #w: string

  constructor(api: Api, workshop: string) {
    this.#api = api
    this.#w = workshop
  }

  door() {
    return answer(this.#api.GET('/api/workshops/{w}/door', { params: { path: { w: this.#w } } }))
  }

  changeHead(body: Body['HeadChange']) {
    return answer(this.#api.PATCH('/api/workshops/{w}/head', { params: { path: { w: this.#w } }, body }))
  }

  minutes() {
    return answer(this.#api.GET('/api/workshops/{w}/minutes', { params: { path: { w: this.#w } } }))
  }

  formats(version?: number) {
    const params = { path: { w: this.#w }, query: version ? { version: String(version) } : {} }
    return answer(this.#api.GET('/api/workshops/{w}/formats', { params }))
  }

  changeDraft(body: Body['DraftChange']) {
    return answer(this.#api.PATCH('/api/workshops/{w}/minutes', { params: { path: { w: this.#w } }, body }))
  }

  approveMinutes(body: Body['DraftSeen'], key: string) {
    const params = { path: { w: this.#w }, ...keyed(key) }
    return answer(this.#api.POST('/api/workshops/{w}/editions', { params, body }))
  }

  moveEdition(version: number, body: Body['EditionMove']) {
    const params = { path: { w: this.#w, version } }
    return answer(this.#api.PUT('/api/workshops/{w}/editions/{version}/state', { params, body }))
  }

  changeAddress(from: string) {
    const params = { path: { w: this.#w } }
    return answer(this.#api.POST('/api/workshops/{w}/minutes/address', { params, body: { from } }))
  }

  /** What the last minutes of the same programme say of their office. */
  offeredOffice() {
    return answer(this.#api.GET('/api/workshops/{w}/minutes/office', { params: { path: { w: this.#w } } }))
  }

  letterhead(programme: string) {
    return answer(this.#api.GET('/api/letterhead', { params: { query: { programme } } }))
  }

  setLetterhead(programme: string, body: Body['NewLetterhead']) {
    return answer(this.#api.PUT('/api/letterhead', { params: { query: { programme } }, body }))
  }

  stationery(programme: string) {
    return answer(this.#api.GET('/api/stationery', { params: { query: { programme } } }))
  }

  setStationery(programme: string, body: Body['NewStationery']) {
    return answer(this.#api.PUT('/api/stationery', { params: { query: { programme } }, body }))
  }

  removeStationery(programme: string) {
    return answer(this.#api.DELETE('/api/stationery', { params: { query: { programme } } }))
  }

  saveTemplate(body: Body['NewTemplate'], key: string) {
    const params = { path: { w: this.#w }, ...keyed(key) }
    return answer(this.#api.POST('/api/workshops/{w}/template', { params, body }))
  }

  copy(body: Body['NewCopy'], key: string) {
    const params = { path: { w: this.#w }, ...keyed(key) }
    return answer(this.#api.POST('/api/workshops/{w}/copies', { params, body }))
  }

  rehearsal() {
    return answer(this.#api.GET('/api/workshops/{w}/rehearsal', { params: { path: { w: this.#w } } }))
  }

  /** Lets that many pretend people play in a rehearsal of this workshop, or in this one. */
  setPeople(people: number, rehearsal = this.#w) {
    const params = { path: { w: rehearsal } }
    return answer(this.#api.PUT('/api/workshops/{w}/rehearsal', { params, body: { people } }))
  }

  removeRehearsal() {
    return answer(this.#api.DELETE('/api/workshops/{w}/rehearsal', { params: { path: { w: this.#w } } }))
  }

  setPoint(point: string, body: Body['PointChange']) {
    const params = { path: { w: this.#w, point } }
    return answer(this.#api.PUT('/api/workshops/{w}/checklist/{point}', { params, body }))
  }

  removePoint(point: string) {
    const params = { path: { w: this.#w, point } }
    return answer(this.#api.DELETE('/api/workshops/{w}/checklist/{point}', { params }))
  }

  feedback() {
    return answer(this.#api.GET('/api/workshops/{w}/feedback', { params: { path: { w: this.#w } } }))
  }

  setQuestions(body: Body['NewQuestions']) {
    return answer(
      this.#api.PUT('/api/workshops/{w}/feedback/questions', { params: { path: { w: this.#w } }, body }),
    )
  }

  moveFeedback(open: boolean) {
    const params = { path: { w: this.#w } }
    return answer(this.#api.PUT('/api/workshops/{w}/feedback/state', { params, body: { open } }))
  }

  hideAnswer(id: string, hidden: boolean) {
    const params = { path: { w: this.#w, answer: id } }
    return answer(this.#api.PATCH('/api/workshops/{w}/feedback/texts/{answer}', { params, body: { hidden } }))
  }

  removeAnswer(id: string) {
    const params = { path: { w: this.#w, answer: id } }
    return answer(this.#api.DELETE('/api/workshops/{w}/feedback/texts/{answer}', { params }))
  }

  minutesAddress() {
    return answer(this.#api.GET('/api/workshops/{w}/minutes/address', { params: { path: { w: this.#w } } }))
  }

  setState(from: Workshop['state'], state: Workshop['state']) {
    const body = { state, from }
    return answer(this.#api.PUT('/api/workshops/{w}/state', { params: { path: { w: this.#w } }, body }))
  }

  startTimer(body: Body['NewTimer']) {
    return answer(this.#api.PUT('/api/workshops/{w}/timer', { params: { path: { w: this.#w } }, body }))
  }

  changeTimer(body: Body['TimerChange']) {
    return answer(this.#api.PATCH('/api/workshops/{w}/timer', { params: { path: { w: this.#w } }, body }))
  }

  stopTimer() {
    return answer(this.#api.DELETE('/api/workshops/{w}/timer', { params: { path: { w: this.#w } } }))
  }

  changeRoom(body: Body['RoomChange']) {
    return answer(this.#api.PATCH('/api/workshops/{w}/room', { params: { path: { w: this.#w } }, body }))
  }

  lowerHands() {
    return answer(this.#api.DELETE('/api/workshops/{w}/hands', { params: { path: { w: this.#w } } }))
  }

  addStep(body: Body['NewStep'], key: string) {
    return answer(
      this.#api.POST('/api/workshops/{w}/steps', { params: { path: { w: this.#w }, ...keyed(key) }, body }),
    )
  }

  changeStep(step: string, body: Body['StepChange']) {
    return answer(
      this.#api.PATCH('/api/workshops/{w}/steps/{step}', { params: { path: { w: this.#w, step } }, body }),
    )
  }

  setStepState(step: string, from: Body['StepSeen'], state: 'waiting' | 'open' | 'closed') {
    const params = { path: { w: this.#w, step } }
    return answer(this.#api.PUT('/api/workshops/{w}/steps/{step}/state', { params, body: { state, from } }))
  }

  addSteps(steps: Body['NewStep'][], key: string) {
    const params = { path: { w: this.#w }, ...keyed(key) }
    return answer(this.#api.POST('/api/workshops/{w}/steps/together', { params, body: { steps } }))
  }

  setStepStates(steps: string[], state: 'open' | 'closed') {
    const params = { path: { w: this.#w } }
    return answer(this.#api.PUT('/api/workshops/{w}/steps/together/state', { params, body: { steps, state } }))
  }

  /** Says how long several steps should take, as one change. */
  planSteps(steps: Body['StepPlan'][]) {
    const params = { path: { w: this.#w } }
    return answer(this.#api.PUT('/api/workshops/{w}/steps/together/minutes', { params, body: { steps } }))
  }

  bringBest(step: string, body: Body['NewBest']) {
    const params = { path: { w: this.#w, step } }
    return answer(this.#api.POST('/api/workshops/{w}/steps/{step}/best', { params, body }))
  }

  addDivision(body: Body['NewDivision'], key: string) {
    const params = { path: { w: this.#w }, ...keyed(key) }
    return answer(this.#api.POST('/api/workshops/{w}/divisions', { params, body }))
  }

  changeDivision(division: string, body: Body['DivisionChange']) {
    const params = { path: { w: this.#w, division } }
    return answer(this.#api.PATCH('/api/workshops/{w}/divisions/{division}', { params, body }))
  }

  addTopic(step: string, body: Body['NewTopic'], key: string) {
    const params = { path: { w: this.#w, step }, ...keyed(key) }
    return answer(this.#api.POST('/api/workshops/{w}/steps/{step}/topics', { params, body }))
  }

  addTopics(step: string, topics: Body['NewTopic'][], key: string) {
    const params = { path: { w: this.#w, step }, ...keyed(key) }
    return answer(this.#api.POST('/api/workshops/{w}/steps/{step}/topics/together', { params, body: { topics } }))
  }

  changeTopic(topic: string, body: Body['TopicChange']) {
    const params = { path: { w: this.#w, topic } }
    return answer(this.#api.PATCH('/api/workshops/{w}/topics/{topic}', { params, body }))
  }

  addIdea(step: string, body: Body['NewEntry'], key: string) {
    const params = { path: { w: this.#w, step }, ...keyed(key) }
    return answer(this.#api.POST('/api/workshops/{w}/steps/{step}/ideas', { params, body }))
  }

  addIdeas(step: string, ideas: Body['NewEntry'][], key: string) {
    const params = { path: { w: this.#w, step }, ...keyed(key) }
    return answer(this.#api.POST('/api/workshops/{w}/steps/{step}/ideas/together', { params, body: { ideas } }))
  }

  changeIdea(row: string, body: Body['EntryChange']) {
    const params = { path: { w: this.#w, row } }
    return answer(this.#api.PATCH('/api/workshops/{w}/ideas/{row}', { params, body }))
  }

  /** What the group has promised earlier and this workshop has not taken up yet. */
  promises() {
    return answer(this.#api.GET('/api/workshops/{w}/promises', { params: { path: { w: this.#w } } }))
  }

  /** Makes the first step of the agenda of promises. */
  beginWithPromises(body: Body['NewPromises'], key: string) {
    const params = { path: { w: this.#w }, ...keyed(key) }
    return answer(this.#api.POST('/api/workshops/{w}/promises', { params, body }))
  }

  /** Adds a cause, a decision or a task. */
  addEntry(part: OutlinePart, step: string, body: Body['NewEntry'], key: string) {
    const params = { path: { w: this.#w, step }, ...keyed(key) }
    return answer(this.#api.POST(entriesOf[part].add, { params, body }))
  }

  changeEntry(part: OutlinePart, row: string, body: Body['EntryChange']) {
    const params = { path: { w: this.#w, row } }
    return answer(this.#api.PATCH(entriesOf[part].change, { params, body }))
  }

  addRound(step: string, body: Body['NewRound'], key: string) {
    const params = { path: { w: this.#w, step }, ...keyed(key) }
    return answer(this.#api.POST('/api/workshops/{w}/steps/{step}/rounds', { params, body }))
  }

  addCombination(step: string, body: Body['NewCombination'], key: string) {
    const params = { path: { w: this.#w, step }, ...keyed(key) }
    return answer(this.#api.POST('/api/workshops/{w}/steps/{step}/combinations', { params, body }))
  }

  addPhoto(step: string, body: Body['NewPhoto'], key: string) {
    const params = { path: { w: this.#w, step }, ...keyed(key) }
    return answer(this.#api.POST('/api/workshops/{w}/steps/{step}/photos', { params, body }))
  }

  changePhoto(photo: string, body: Body['PhotoChange']) {
    const params = { path: { w: this.#w, photo } }
    return answer(this.#api.PATCH('/api/workshops/{w}/photos/{photo}', { params, body }))
  }

  /** For good: there is no way back. */
  erasePhoto(photo: string) {
    const params = { path: { w: this.#w, photo } }
    return answer(this.#api.POST('/api/workshops/{w}/photos/{photo}/erase', { params }))
  }

  changeRound(round: string, body: Body['RoundChange']) {
    const params = { path: { w: this.#w, round } }
    return answer(this.#api.PATCH('/api/workshops/{w}/rounds/{round}', { params, body }))
  }

  setRoundState(round: string, from: Body['RoundSeen'], state: Body['RoundMove']['state'], beside = false) {
    const params = { path: { w: this.#w, round } }
    const body = { state, from, ...(beside ? { beside } : {}) }
    return answer(this.#api.PUT('/api/workshops/{w}/rounds/{round}/state', { params, body }))
  }

  drawLot(round: string, body: Body['NewDraw'], key: string) {
    const params = { path: { w: this.#w, round }, ...keyed(key) }
    return answer(this.#api.POST('/api/workshops/{w}/rounds/{round}/draws', { params, body }))
  }

  typeTotals(round: string, body: Body['TypedTotals']) {
    const params = { path: { w: this.#w, round } }
    return answer(this.#api.PUT('/api/workshops/{w}/rounds/{round}/totals', { params, body }))
  }

  paperBallots(round: string) {
    const params = { path: { w: this.#w, round } }
    return answer(this.#api.GET('/api/workshops/{w}/rounds/{round}/paper', { params }))
  }

  setPaperBallot(round: string, ballot: string, body: Body['SetPaperBallot']) {
    const params = { path: { w: this.#w, round, ballot } }
    return answer(this.#api.PUT('/api/workshops/{w}/rounds/{round}/paper/{ballot}', { params, body }))
  }

  remove(part: Part, id: string) {
    const params = { path: { w: this.#w, part, id } }
    return answer(this.#api.DELETE('/api/workshops/{w}/{part}/{id}', { params }))
  }

  history(before: number, limit: number) {
    const params = { path: { w: this.#w }, query: { before, limit } }
    return answer(this.#api.GET('/api/workshops/{w}/history', { params }))
  }

  undo(entry: number) {
    const params = { path: { w: this.#w, entry } }
    return answer(this.#api.POST('/api/workshops/{w}/history/{entry}/undo', { params }))
  }

  merge(into: string, ideas: string[]) {
    const params = { path: { w: this.#w, idea: into } }
    return answer(this.#api.POST('/api/workshops/{w}/ideas/{idea}/merged', { params, body: { ideas } }))
  }

  merged(into: string) {
    const params = { path: { w: this.#w, idea: into } }
    return answer(this.#api.GET('/api/workshops/{w}/ideas/{idea}/merged', { params }))
  }

  takeOut(idea: string) {
    const params = { path: { w: this.#w, idea } }
    return answer(this.#api.POST('/api/workshops/{w}/ideas/{idea}/take-out', { params }))
  }

  alike(step: string, across: boolean) {
    const params = { path: { w: this.#w, step }, query: { across } }
    return answer(this.#api.GET('/api/workshops/{w}/steps/{step}/alike', { params }))
  }

  setDifferent(idea: string, from: string) {
    const params = { path: { w: this.#w, idea } }
    return answer(this.#api.PUT('/api/workshops/{w}/ideas/{idea}/different', { params, body: { from } }))
  }

  letterboxes() {
    return answer(this.#api.GET('/api/workshops/{w}/letterboxes', { params: { path: { w: this.#w } } }))
  }

  harvested() {
    return answer(this.#api.GET('/api/workshops/{w}/harvested', { params: { path: { w: this.#w } } }))
  }

  bring(step: string, body: Body['Bringing']) {
    const params = { path: { w: this.#w, step } }
    return answer(this.#api.POST('/api/workshops/{w}/steps/{step}/brought', { params, body }))
  }

  setLetterbox(letterbox: string, body: Body['SetLetterbox']) {
    const params = { path: { w: this.#w, letterbox } }
    return answer(this.#api.PUT('/api/workshops/{w}/letterboxes/{letterbox}', { params, body }))
  }

  inputs(letterbox: string) {
    const params = { path: { w: this.#w, letterbox } }
    return answer(this.#api.GET('/api/workshops/{w}/letterboxes/{letterbox}/inputs', { params }))
  }

  settleInputs(letterbox: string, body: Body['Settling']) {
    const params = { path: { w: this.#w, letterbox } }
    return answer(this.#api.POST('/api/workshops/{w}/letterboxes/{letterbox}/settled', { params, body }))
  }

  place(part: Part, id: string, index: number) {
    const params = { path: { w: this.#w, part, id } }
    return answer(this.#api.PUT('/api/workshops/{w}/{part}/{id}/place', { params, body: { index } }))
  }
}

const keyed = (key: string) => ({ header: { 'Idempotency-Key': key } })
