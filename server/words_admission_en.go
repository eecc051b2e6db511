package server

import (
	"fmt"

	"dilna/models"
)

// englishAdmission are the words for how people get in, and for their devices.
var englishAdmission = map[models.ErrorCode]told{
	models.CodeDoorFull: {
		title:  "The workshop is full",
		detail: "As many devices are inside as the facilitator allows. Tell the facilitator that you would like to come in. As soon as there is room, you will be let in.",
		counts: func(n []int) string {
			return "At most " + englishCount(n[0], "device", "devices") + " may be inside, and as many are. Tell the facilitator that you would like to come in. As soon as there is room, you will be let in."
		},
		page: "How many devices may be inside is set by the facilitator, who can change it during the workshop.",
	},
	models.CodeTicketNeeded: {
		title:  "You need a ticket",
		detail: "This workshop is entered with a ticket. Scan the code on it, or type its eight letters and digits. The facilitator has tickets.",
		page:   "Each ticket lets one device in.",
	},
	models.CodeTicketUsed: {
		title:  "The ticket has been used",
		detail: "Somebody has come in with this ticket on another device. If that is not you, or you have changed your device, ask the facilitator for a new ticket.",
		page:   "The new ticket has the same number and another code. Whoever came in with the old one loses the seat and the ballots of open votes.",
	},
	models.CodeTicketVoted: {
		title:  "This ticket has voted",
		detail: "The vote that is open now already has a ballot of this ticket. Once the vote has ended, you can come in with it again.",
		page:   "On a shared device a ballot that was handed in cannot be changed: nobody could tell that it is changed by whoever cast it.",
	},
	models.CodeSeatFirst: {
		title:  "Join the workshop first",
		detail: "A spokesperson's link alone does not let you in. Join the workshop like everybody else, then open the link again.",
		page:   "This holds where people come in with tickets, or are let in by the facilitator.",
	},
	models.CodeSeatWaiting: {
		title:  "You are waiting to be let in",
		detail: "The facilitator lets people in one by one. Leave this page open: you will be let in.",
		page:   "The facilitator sees the number that the device shows in the lobby.",
	},
	models.CodeNotLetIn: {
		title:  "The facilitator did not let you in",
		detail: "The facilitator did not let this device in. If that is a mistake, say so: you can still be let in.",
		counts: func(n []int) string {
			return fmt.Sprintf("The facilitator did not let this device in. If that is a mistake, say so: it is number %d and can still be let in.", n[0])
		},
		page: "Leave the page open: as soon as you are let in, it goes on.",
	},
	models.CodeDeviceOut: {
		title:  "The facilitator has taken this device out",
		detail: "The facilitator has taken this device out of the workshop, with its ballots of open votes. If that is a mistake, say so: you can be let back in.",
		counts: func(n []int) string {
			return fmt.Sprintf("The facilitator has taken this device out of the workshop, with its ballots of open votes. If that is a mistake, say so: it is number %d and can be let back in.", n[0])
		},
		page: "Leave the page open: as soon as you are let in, it goes on. What you wrote stayed in the workshop.",
	},
	models.CodeDeviceTaken: {
		title:  "Somebody is at this device",
		detail: "Somebody with another ticket uses this device just now. If it is for you, too, have them press Next person first, then scan your ticket again.",
		page:   "The button Next person is in the menu of the workshop.",
	},
	models.CodeDeviceVoted: {
		title:  "This device has voted",
		detail: "Without tickets a device has one ballot in each vote, and it has been cast. Hand the device on once the vote has ended.",
		page:   "People at one device count separately only where each comes in with a ticket.",
	},
	models.CodeTooManyTickets: {
		title:  "That many tickets cannot be made",
		detail: "A workshop has 1,000 tickets at most. Choose a smaller number.",
		page:   "Tickets that nobody has used can be printed again.",
	},
}
