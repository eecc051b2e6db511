package models

import (
	"errors"
	"fmt"
)

// Kind says what sort of trouble an Error is; the server decides the HTTP
// status by it and by nothing else.
type Kind int

const (
	// KindInternal is everything nobody foresaw. Its cause is logged, never told.
	KindInternal Kind = iota
	// KindMalformed is a body that cannot be read at all (400).
	KindMalformed
	// KindInvalid is a readable request that breaks a rule of its fields (422).
	KindInvalid
	// KindUnauthenticated is a caller we do not know (401).
	KindUnauthenticated
	// KindForbidden is a caller we know, who may not (403).
	KindForbidden
	// KindNotFound is what does not exist, or is not the caller's to see (404).
	KindNotFound
	// KindConflict is a request the state of the workshop refuses (409).
	KindConflict
	// KindClosed is a request whose moment has passed or not come (409).
	KindClosed
	// KindTooLarge is a body over the limit of its route (413).
	KindTooLarge
	// KindTooMany is a caller who should slow down (429).
	KindTooMany
	// KindMisdirected is a request under a name that is not ours (421).
	KindMisdirected
	// KindUnavailable is a server that cannot keep its promises now; trying
	// the same command again later is safe (503).
	KindUnavailable
)

// ErrorCode names one refusal. Codes are the contract of the API: they never
// change, their texts do.
type ErrorCode string

const (
	CodeInternal          ErrorCode = "internal"
	CodeMalformed         ErrorCode = "malformed-body"
	CodeInvalid           ErrorCode = "invalid"
	CodeKeyReused         ErrorCode = "idempotency-key-reused"
	CodeSignInNeeded      ErrorCode = "sign-in-needed"
	CodeSeatMissing       ErrorCode = "seat-missing"
	CodeSignInFailed      ErrorCode = "sign-in-failed"
	CodeLinkUsed          ErrorCode = "link-used"
	CodeFacilitatorOnly   ErrorCode = "facilitator-only"
	CodeCoordinatorOnly   ErrorCode = "coordinator-only"
	CodeLastCoordinator   ErrorCode = "last-coordinator"
	CodeLastFacilitator   ErrorCode = "last-facilitator"
	CodeFounderStays      ErrorCode = "founder-stays"
	CodeRightTaken        ErrorCode = "right-taken"
	CodeAccountDisabled   ErrorCode = "account-disabled"
	CodeNotYours          ErrorCode = "not-yours"
	CodeCrossOrigin       ErrorCode = "cross-origin"
	CodeInsecureOrigin    ErrorCode = "insecure-origin"
	CodeNotFound          ErrorCode = "not-found"
	CodeMethodNotAllowed  ErrorCode = "method-not-allowed"
	CodeCodeUnknown       ErrorCode = "code-unknown"
	CodeIDTaken           ErrorCode = "id-taken"
	CodeLoginTaken        ErrorCode = "login-taken"
	CodeWorkshopNotEnded  ErrorCode = "workshop-not-ended"
	CodeMinutesUnchanged  ErrorCode = "minutes-unchanged"
	CodeNothingToDraw     ErrorCode = "nothing-to-draw"
	CodeDraftChanged      ErrorCode = "draft-changed"
	CodeOlderVersions     ErrorCode = "older-versions"
	CodePictureUnusable   ErrorCode = "picture-unusable"
	CodePhotoUnusable     ErrorCode = "photo-unusable"
	CodePhotoHEIC         ErrorCode = "photo-heic"
	CodePhotosFull        ErrorCode = "photos-full"
	CodePhotosHeavy       ErrorCode = "photos-heavy"
	CodeFileUnusable      ErrorCode = "stationery-unusable"
	CodeFileMacros        ErrorCode = "stationery-macros"
	CodeFileOutside       ErrorCode = "stationery-outside"
	CodeWorkshopNotOpen   ErrorCode = "workshop-not-open"
	CodeWorkshopEnded     ErrorCode = "workshop-ended"
	CodeDoorLocked        ErrorCode = "door-locked"
	CodeDoorFull          ErrorCode = "door-full"
	CodeTicketNeeded      ErrorCode = "ticket-needed"
	CodeTicketUsed        ErrorCode = "ticket-used"
	CodeTicketVoted       ErrorCode = "ticket-voted"
	CodeSeatFirst         ErrorCode = "seat-first"
	CodeSeatWaiting       ErrorCode = "seat-waiting"
	CodeNotLetIn          ErrorCode = "not-let-in"
	CodeDeviceOut         ErrorCode = "device-out"
	CodeDeviceTaken       ErrorCode = "device-taken"
	CodeDeviceVoted       ErrorCode = "device-voted"
	CodeTooManyTickets    ErrorCode = "too-many-tickets"
	CodeTimerMissing      ErrorCode = "timer-missing"
	CodeStepBlind         ErrorCode = "step-blind"
	CodeWorkshopOpen      ErrorCode = "workshop-open"
	CodeTransition        ErrorCode = "transition-not-allowed"
	CodeAlreadyDone       ErrorCode = "already-done"
	CodeMovedOn           ErrorCode = "moved-on"
	CodeStepNotOpen       ErrorCode = "step-not-open"
	CodeStepBegun         ErrorCode = "step-begun"
	CodeGuestWatches      ErrorCode = "guest-watches"
	CodeOtherPart         ErrorCode = "other-part"
	CodePartSettled       ErrorCode = "part-settled"
	CodePartInUse         ErrorCode = "part-in-use"
	CodePartGone          ErrorCode = "part-gone"
	CodeWrongMethod       ErrorCode = "wrong-method"
	CodeAgreeingOff       ErrorCode = "agreeing-off"
	CodeOwnIdea           ErrorCode = "own-idea"
	CodeAgreementsCounted ErrorCode = "agreements-counted"
	CodeRoundOpen         ErrorCode = "round-open"
	CodeRuleNotPlayed     ErrorCode = "rule-not-played"
	CodeRuleMissing       ErrorCode = "rule-missing"
	CodeNoVote            ErrorCode = "no-vote"
	CodeNotRevealed       ErrorCode = "result-not-revealed"
	CodeLimitInUse        ErrorCode = "limit-in-use"
	CodeNotTied           ErrorCode = "not-tied"
	CodeLotDrawn          ErrorCode = "lot-drawn"
	CodeNoProposals       ErrorCode = "no-proposals"
	CodeProposalsSpent    ErrorCode = "proposals-spent"
	CodeNoResult          ErrorCode = "no-result"
	CodeNothingInCommon   ErrorCode = "nothing-in-common"
	CodeRoundNotOpen      ErrorCode = "round-not-open"
	CodeRoundOfOthers     ErrorCode = "round-of-others"
	CodeRoundClosed       ErrorCode = "round-closed"
	CodeDotsSpent         ErrorCode = "dots-spent"
	CodeDotsPerIdea       ErrorCode = "dots-per-idea"
	CodeBallotOverBudget  ErrorCode = "ballot-over-budget"
	CodeCostOverBudget    ErrorCode = "cost-over-budget"
	CodeDotsPerTopic      ErrorCode = "dots-per-topic"
	CodeMinusOverBudget   ErrorCode = "minus-over-budget"
	CodeMinusTooEarly     ErrorCode = "minus-too-early"
	CodeValueTwice        ErrorCode = "value-twice"
	CodePlaceMissing      ErrorCode = "place-missing"
	CodeReceiptTaken      ErrorCode = "receipt-taken"
	CodeBallotsNotListed  ErrorCode = "ballots-not-listed"
	CodeMarksSpent        ErrorCode = "marks-spent"
	CodeIdeaHasVotes      ErrorCode = "idea-has-votes"
	CodeWordingStands     ErrorCode = "wording-stands"
	CodeCauseCycle        ErrorCode = "cause-cycle"
	CodeTooDeep           ErrorCode = "too-deep"
	CodeIdeaCycle         ErrorCode = "idea-cycle"
	CodeEntryCycle        ErrorCode = "entry-cycle"
	CodeChangedSince      ErrorCode = "changed-since"
	CodeNothingToVoteOn   ErrorCode = "nothing-to-vote-on"
	CodeWorkshopFull      ErrorCode = "workshop-full"
	CodeTextFull          ErrorCode = "text-full"
	CodeTooLarge          ErrorCode = "body-too-large"
	CodeBodyIncomplete    ErrorCode = "body-incomplete"
	CodeJSONExpected      ErrorCode = "json-expected"
	CodeNotRehearsal      ErrorCode = "not-a-rehearsal"
	CodeSlowDown          ErrorCode = "slow-down"
	CodeBusy              ErrorCode = "busy"
	CodeDatabaseAway      ErrorCode = "database-away"
	CodeDraining          ErrorCode = "draining"
	CodeCrowded           ErrorCode = "crowded"
	CodeHostUnknown       ErrorCode = "host-unknown"
	CodeDiskFull          ErrorCode = "disk-full"
	CodeDamaged           ErrorCode = "data-damaged"
	CodeErased            ErrorCode = "erased"
	CodeRoundInterrupted  ErrorCode = "round-interrupted"
	CodeCopyMissing       ErrorCode = "copy-missing"
	CodeLetterboxUnknown  ErrorCode = "letterbox-unknown"
	CodeLetterboxEarly    ErrorCode = "letterbox-early"
	CodeLetterboxClosed   ErrorCode = "letterbox-closed"
	CodeLetterboxFull     ErrorCode = "letterbox-full"
	CodeLetterboxRush     ErrorCode = "letterbox-rush"

	CodePromiseHere    ErrorCode = "promise-here"
	CodePromiseGoneOn  ErrorCode = "promise-gone-on"
	CodePromiseSettled ErrorCode = "promise-settled"

	CodeFeedbackClosed   ErrorCode = "feedback-closed"
	CodeFeedbackAnswered ErrorCode = "feedback-answered"
	CodeNothingAsked     ErrorCode = "nothing-asked"
)

// Reason says what is wrong with one field; like a code it is translated at
// the edge.
type Reason string

const (
	ReasonID        Reason = "id"        // not an id
	ReasonCode      Reason = "code"      // not a join code
	ReasonEmpty     Reason = "empty"     // nothing but spaces
	ReasonTooLong   Reason = "too-long"  // over Limit characters
	ReasonEncoding  Reason = "encoding"  // not UTF-8
	ReasonRange     Reason = "range"     // a number outside Least to Limit
	ReasonChoice    Reason = "choice"    // not one of the allowed words
	ReasonFormat    Reason = "format"    // not written as it must be
	ReasonUnknown   Reason = "unknown"   // names something that is not there
	ReasonCommon    Reason = "common"    // a password that is tried first
	ReasonTooShort  Reason = "too-short" // under Least characters
	ReasonDuplicate Reason = "duplicate" // said twice
	ReasonWrong     Reason = "wrong"     // not what we have: an old password

	ReasonUnexpected Reason = "unexpected" // a member that does not belong
	ReasonOrder      Reason = "order"      // an end that is not after its beginning
	ReasonType       Reason = "type"       // text where a number must be, and the like
)

// Field is one thing wrong with one member of a request.
type Field struct {
	Name   string // as in the request body, dotted where nested
	Reason Reason
	Least  int    // for ReasonRange and ReasonTooShort
	Limit  int    // for ReasonRange and ReasonTooLong
	Detail string // for programmers, English; empty where Reason says it all
}

// Error is a refusal: Kind for the status, Code for programs, Values for the
// translated sentence, Fields for what to correct, cause for the log alone.
type Error struct {
	Kind   Kind
	Code   ErrorCode
	Values []any // what the sentence of the code needs: counts and limits
	Fields []Field
	cause  error

	Collisions []Collision // texts of two people, with `changed-since`
}

// Fail makes an Error. Values fill the code's translated sentence.
func Fail(kind Kind, code ErrorCode, values ...any) *Error {
	return &Error{Kind: kind, Code: code, Values: values}
}

// At adds what is wrong with one field.
func (e *Error) At(field string, reason Reason) *Error {
	return e.AtField(Field{Name: field, Reason: reason})
}

// AtField adds a field with its limits.
func (e *Error) AtField(f Field) *Error {
	e.Fields = append(e.Fields, f)
	return e
}

// Because keeps the cause for the log.
func (e *Error) Because(cause error) *Error {
	e.cause = cause
	return e
}

func (e *Error) Error() string {
	text := string(e.Code)
	for _, f := range e.Fields {
		text += fmt.Sprintf(" (%s: %s)", f.Name, f.Reason)
	}
	if e.cause != nil {
		text += ": " + e.cause.Error()
	}
	return text
}

func (e *Error) Unwrap() error { return e.cause }

// CodeOf is the code of err, `internal` for what is no Error, empty for nil.
func CodeOf(err error) ErrorCode {
	if err == nil {
		return ""
	}
	if e, ok := errors.AsType[*Error](err); ok {
		return e.Code
	}
	return CodeInternal
}
