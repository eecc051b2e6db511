import type { components } from './schema'

// The names the screens use for what the server sends (docs/openapi.json).
type Schemas = components['schemas']

export type Account = Schemas['Account']
export type Workshop = Schemas['Workshop']
export type WorkshopView = Schemas['WorkshopView']
export type Head = Schemas['Head']
export type Step = Schemas['Step']
export type Topic = Schemas['Topic']
/** What stands in a step; the step's method says which members it has. */
export type Entry = Schemas['Entry']
export type Idea = Entry
export type Cause = Entry
export type Decision = Entry
export type Task = Entry
export type Division = Schemas['Division']
export type DivisionPart = Schemas['DivisionPart']
export type PartCount = Schemas['PartCount']
export type Round = Schemas['RoundView']
export type Combination = Schemas['CombinationView']
export type Photo = Schemas['Photo']
export type Rule = Schemas['Rule']
export type Vote = Schemas['Vote']
export type Place = Schemas['Place']
export type ListedBallot = Schemas['ListedBallot']
export type PaperBallot = Schemas['PaperBallot']
export type Progress = Schemas['Progress']
export type BallotsCount = Schemas['BallotsCount']
export type Frame = Schemas['Frame']
export type HistoryEntry = Schemas['HistoryEntry']
export type Mine = Schemas['Mine']
export type MySignals = Schemas['MySignals']
export type Ballot = Schemas['Ballot']
export type MinutesWork = Schemas['MinutesWork']
export type Agreement = Schemas['Agreement']
export type Concern = Schemas['Concern']
export type Edit = Schemas['Edit']
export type Edition = Schemas['EditionListed']
export type DraftChange = Schemas['DraftChange']
export type EditionMove = Schemas['EditionMove']
export type LateInput = Schemas['LateInput']
export type MinutesOptions = Schemas['MinutesOptions']
export type Office = Schemas['Office']
export type OfficeOffer = Schemas['OfficeOffer']
export type Format = Schemas['Format']
export type Letterhead = Schemas['Letterhead']
export type LetterboxFace = Schemas['LetterboxFace']
export type Letterbox = Schemas['OpenedLetterbox']
export type Harvested = Schemas['Harvested']
export type Input = Schemas['Input']
/** An open task of an earlier workshop, or what became of it; as it stands now. */
export type Promised = Schemas['Promise']
/** A promise as one of its workshops left it. */
export type Chapter = Schemas['Chapter']

/** Which of several cookies of one browser is meant. */
export type Audience = 'participant' | 'wall' | 'facilitator'
