package server

import "dilna/models"

// englishRights are the words for who is let in, and who may do what.
var englishRights = map[models.ErrorCode]told{
	models.CodeSignInNeeded: {
		title:  "Please sign in",
		detail: "This is for people who are signed in. Sign in and go on.",
		page:   "A sign-in lasts fourteen days on one device. Participants do not sign in: a code is all they need.",
	},
	models.CodeSeatMissing: {
		title:  "You have no seat here yet",
		detail: "Join with the code shown on the wall.",
		page:   "A device that enters the code gets a seat and keeps it for thirty days. A private window is another device.",
	},
	models.CodeSignInFailed: {
		title:  "Signing in did not work",
		detail: "The login or the password does not match. Check them and try again.",
		page:   "Whoever forgot the password signs in with a one-time link from a coordinator or the keeper of the server, and chooses a new one.",
	},
	models.CodeLinkUsed: {
		title:  "This link no longer works",
		detail: "A link works once, and only for a time. Ask for a new one.",
		page:   "A new link is made by a coordinator, by the facilitator of the workshop, or on the computer that runs Dílna.",
	},
	models.CodeFacilitatorOnly: {
		title:  "For facilitators only",
		detail: "Only those who run the workshop can do this.",
		page:   "Running a workshop is a grant to an account. Nobody gets it because others have left.",
	},
	models.CodeLastCoordinator: {
		title:  "The last coordinator stays",
		detail: "Make somebody else a coordinator first.",
		page:   "So that nobody loses the way to the workshops, there is always at least one coordinator who can sign in.",
	},
	models.CodeLastFacilitator: {
		title:  "You are the last one here",
		detail: "Invite somebody else first, or ask a coordinator.",
		page:   "A workshop is not left without a facilitator by somebody's leaving. Only a coordinator may take the last grant away.",
	},
	models.CodeFounderStays: {
		title:  "Who started the workshop keeps it",
		detail: "The right of the person who started the workshop is taken away only by that person or by a coordinator.",
		page:   "An invited helper should not take the workshop from whoever invited her.",
	},
	models.CodeRightTaken: {
		title:  "You no longer run this workshop",
		detail: "Somebody took away your right to run this workshop. If it was a mistake, talk to those who run it: within 24 hours they can give it back in one press.",
		named: func(name string) string {
			return "Your right to run this workshop was taken away by " + name + ". If it was a mistake, talk to each other: within 24 hours it can be given back in one press."
		},
		page: "A right that was taken away is given back within 24 hours by anybody who runs the workshop, and by a coordinator at any time. What you wrote is as it was.",
	},
	models.CodeAccountDisabled: {
		title:  "This account is disabled",
		detail: "Ask a coordinator, who can enable it.",
		page:   "A disabled account cannot sign in. The workshops that belong to it stay.",
	},
	models.CodeNotYours: {
		title:  "This is not yours",
		detail: "Only the participant it belongs to can do this.",
		page:   "Participants change what they wrote themselves and place their own dots. The facilitator corrects the rest.",
	},
	models.CodeCrossOrigin: {
		title:  "The request came from another site",
		detail: "Open Dílna at its own address and try again.",
		page:   "Changes are taken from Dílna's own pages only, so that no other page can act for you.",
	},
	models.CodeInsecureOrigin: {
		title:  "The connection is not secure",
		detail: "Passwords are not sent over an open network. Sign in on the computer that runs Dílna (address localhost), or over https.",
		page:   "Over plain http anybody on the same Wi-Fi can read a password. Participants need not care: they have none.",
	},
	models.CodeCodeUnknown: {
		title:  "This code leads nowhere",
		detail: "Check the code on the wall. It works only while the workshop is open.",
		page:   "A mistyped code, one not yet valid and one no longer valid get the same answer, so that codes cannot be guessed.",
	},
	models.CodeLoginTaken: {
		title:  "The login is taken",
		detail: "Choose another login.",
		page:   "Capital and small letters count as the same.",
	},
	models.CodeCoordinatorOnly: {
		title:  "For coordinators only",
		detail: "This is done by coordinators. Ask one of them.",
		page:   "Coordinators approve and publish minutes and look after accounts.",
	},
}
