package server

import (
	"fmt"

	"dilna/models"
)

// englishVoting are the words for what is refused about rounds and ballots: a new
// rule that refuses ballots in a way of its own adds its own here.
var englishVoting = map[models.ErrorCode]told{
	models.CodeRuleNotPlayed: {
		title:  "This page cannot vote by that rule",
		detail: "The round has a rule that this page does not know. Load it again. Voting on paper is always possible.",
		page:   "A phone whose page was loaded before a new version of the program knows dots only. Loaded again, it knows all rules.",
	},
	models.CodeRuleMissing: {
		title:  "The number of dots is missing",
		detail: "First say how many dots everybody has. Then open voting.",
		page:   "A round is opened once it is known how many dots everybody has.",
	},
	models.CodeNoVote: {
		title:  "No vote is prepared in this step",
		detail: "Ballots say how many dots everybody has. First prepare a vote in the step, then print them.",
		page:   "Ballots are printed for a step where a vote is still to come, or is under way.",
	},
	models.CodeReceiptTaken: {
		title:  "Another ballot has this receipt",
		detail: "Each ballot has a receipt of its own. Send it with another.",
		page:   "A device makes a receipt up by itself, at random. Two that are the same mean that one was copied: by it two people would find the same ballot.",
	},
	models.CodeBallotsNotListed: {
		title:  "There is no list of ballots here",
		detail: "Ballots are listed one by one once the vote has ended, and only where there are at least five.",
		page:   "From a few ballots one could tell who voted how. Where only totals were typed in, there are no single ballots.",
	},
	models.CodeRoundOpen: {
		title:  "A round is running",
		detail: "While a round is open, nothing people vote on changes. Wait until the round is closed.",
		page:   "Nobody should vote for something that changes under their hands.",
	},
	models.CodeRoundNotOpen: {
		title:  "The round has not begun",
		detail: "Wait until the facilitator opens the round.",
		page:   "Only facilitators see a round that is being prepared.",
	},
	models.CodeRoundClosed: {
		title:  "The round is over",
		detail: "The round is closed and its result no longer changes.",
		page:   "A dot that arrives after the close is not counted, and its sender is told. A new round can be opened.",
	},
	models.CodeNoResult: {
		title:  "The round has no result",
		detail: "A combined standing is worked out from rounds that are closed and that somebody voted in. First close the vote.",
		page:   "A combined standing is worked out from the results of at least two rounds of one step. A round that is still prepared, in which people vote now, or that nobody voted in, has none.",
	},
	models.CodeNothingInCommon: {
		title:  "The rounds have no idea in common",
		detail: "No idea was voted on in all the rounds you picked. Pick rounds that were held on the same ideas.",
		page:   "Only what was voted on in each of the rounds counts in a combined standing. Rounds on different ideas cannot be told as one.",
	},
	models.CodeNotRevealed: {
		title:  "The result has not been shown yet",
		detail: "So far only you see the result of the vote. First show it to everybody, then go on.",
		page:   "A round that has closed is seen by those who facilitate only, until they show its result. Until then minutes with it are not approved, and the best ideas of it go nowhere.",
	},
	models.CodeLimitInUse: {
		title:  "The limit cannot go that low any more",
		detail: "Somebody has spent more. Whose ballot it is Dílna does not tell. You may still raise the limit.",
		page:   "While people vote a limit may always be raised, and lowered only so far that what anybody has spent still fits. How much goes to one idea or one topic, and the budget, are only raised once anybody has voted: a refusal would tell where votes went.",
	},
	models.CodeNoProposals: {
		title:  "Nothing can be proposed while people vote here",
		detail: "Proposals can be allowed where an idea gains by what it is given: with dots, approval, points and places.",
		page:   "What comes late can only have less there. A mean, a majority or minus dots of the few who saw it could put it above what all have judged. In a budget its cost would be missing.",
	},
	models.CodeProposalsSpent: {
		title:  "No more proposals of yours can be added",
		detail: "Everybody can add only a few while people vote.",
		counts: func(n []int) string {
			return "You can propose at most " + englishCount(n[0], "idea", "ideas") + " while people vote."
		},
		page: "So that the proposals of one person do not push what others wrote off the ballot.",
	},
	models.CodeAgreeingOff: {
		title:  "Agreeing is not asked for in this step",
		detail: "Who runs the workshop has not switched it on here, or has switched it off meanwhile.",
		page:   "People can agree with ideas of others only in steps where the facilitator has switched it on.",
	},
	models.CodeOwnIdea: {
		title:  "This is your own idea",
		detail: "You can agree with ideas of others.",
		page:   "Who wrote an idea agrees with it already. What is counted is how many others do.",
	},
	models.CodeAgreementsCounted: {
		title:  "Those who agree with this idea have been counted",
		detail: "The step was closed meanwhile. Only the number is left, and nobody can tell who agreed.",
		page:   "When a step closes, an idea keeps only the number. After it opens again people can agree only with ideas that came since: else somebody could be counted twice.",
	},
	models.CodeNotTied: {
		title:  "There is no such tie in this place",
		detail: "The result has changed meanwhile, or others share the place. Look at the result and draw again.",
		page:   "A lot is drawn only among all that share one place of a result. Where people vote for and against there are no places.",
	},
	models.CodeLotDrawn: {
		title:  "The lot has been drawn",
		detail: "A lot has decided about this place. It stands and is not drawn again.",
		page:   "A lot is drawn once. If it could be drawn again, whoever draws it would choose the result.",
	},
	models.CodeDotsSpent: {
		title:  "All dots are placed",
		detail: "First take a dot back from another idea.",
		counts: func(n []int) string {
			if len(n) < 2 {
				n = append(n, n[0])
			}
			return fmt.Sprintf("You have %s; %d already placed elsewhere. First take one back.", englishCount(n[0], "dot", "dots"), n[1])
		},
		page: "The rule of the round says how many dots everybody has. Dots can be taken back while the round is open.",
	},
	models.CodeDotsPerIdea: {
		title:  "This idea takes no more of your dots",
		detail: "Give the remaining dots to another idea.",
		counts: func(n []int) string {
			return "You can place at most " + englishCount(n[0], "dot", "dots") + " on one idea. Give the rest to another."
		},
		page: "The rule of the round says how many dots one person may place on one idea.",
	},
	models.CodeBallotOverBudget: {
		title:  "The ballot holds more dots than everybody has",
		detail: "Take the extra ones back. Correct a paper ballot with the person who handed it in.",
		counts: func(n []int) string {
			if len(n) < 2 {
				n = append(n, n[0])
			}
			return fmt.Sprintf("The ballot holds %s; everybody has at most %d. Take the extra ones back. Correct a paper ballot with the person who handed it in.",
				englishCount(n[0], "dot", "dots"), n[1])
		},
		page: "The rule of the round says how many dots everybody has: the same on phones and on paper.",
	},
	models.CodeDotsPerTopic: {
		title:  "This topic takes no more of your dots",
		detail: "Give the remaining dots to ideas of another topic.",
		counts: func(n []int) string {
			return "You can place at most " + englishCount(n[len(n)-1], "dot", "dots") + " in one topic. Give the rest to ideas of another."
		},
		page: "The rule of the round says how many dots one person may place in one topic.",
	},
	models.CodeCostOverBudget: {
		title:  "The ideas you chose cost more than the budget",
		detail: "Take an idea out of your choice.",
		counts: func(n []int) string {
			if len(n) < 2 {
				n = append(n, n[0])
			}
			return fmt.Sprintf("What you chose costs %s; the budget is %s. Take an idea out.", grouped(n[0], ","), grouped(n[1], ","))
		},
		page: "The rule of the round says what each idea costs and what the budget is.",
	},
	models.CodeMinusOverBudget: {
		title:  "The ballot holds more minus dots than everybody has",
		detail: "Take a minus dot back.",
		counts: func(n []int) string {
			return "Everybody has at most " + englishCount(n[len(n)-1], "minus dot", "minus dots") + ". Take one back."
		},
		page: "The rule of the round says how many minus dots everybody has.",
	},
	models.CodeMinusTooEarly: {
		title:  "It is too early for minus dots",
		detail: "First place dots for ideas.",
		counts: func(n []int) string {
			return "You can place minus dots once you have placed at least " + englishCount(n[len(n)-1], "dot", "dots") + " for ideas."
		},
		page: "The rule of the round says how many dots must lie on the ballot before a minus dot may.",
	},
	models.CodeValueTwice: {
		title:  "You gave the same points or place twice",
		detail: "Change one of the two ideas.",
		counts: func(n []int) string {
			return fmt.Sprintf("You gave %d to two ideas; only one may have it. Change one of them.", n[0])
		},
		page: "Each of the points of the rule, and each place of a ranking, can be given only once.",
	},
	models.CodePlaceMissing: {
		title:  "A place is missing",
		detail: "Rank the ideas from the first place without gaps.",
		counts: func(n []int) string {
			return fmt.Sprintf("Nothing has place %d. Rank the ideas from the first place without gaps.", n[0])
		},
		page: "A ranking goes from the first place and leaves none out.",
	},
	models.CodeIdeaHasVotes: {
		title:  "The idea has votes",
		detail: "An idea people voted on cannot be removed: its votes would vanish from the minutes.",
		page:   "The facilitator can still correct its wording; the wording that was voted on stays in the minutes.",
	},
	models.CodeNothingToVoteOn: {
		title:  "There is nothing to vote on",
		detail: "First add at least one idea to the step.",
		page:   "People vote on the ideas of the step the round belongs to.",
	},
	models.CodeRoundInterrupted: {
		title:  "The vote was interrupted",
		detail: "Dílna runs on a backup made while people voted, and this round cannot go on. The facilitator closes it; what had been cast when the backup was made is counted.",
		page:   "The key of an open round is in no backup, so that nobody learns from one who voted how. Without the key nobody can tell whose a ballot is: the round can only be closed.",
	},
}
