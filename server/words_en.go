package server

import (
	"fmt"
	"time"

	"dilna/models"
)

// englishCount puts a number before its noun.
func englishCount(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return grouped(n, ",") + " " + many
}

var english = words{
	missing: "MISSING",
	limited: func(f models.Field) string {
		switch f.Reason {
		case models.ReasonTooLong:
			return "Shorten the text to at most " + englishCount(f.Limit, "character", "characters") + "."
		case models.ReasonTooShort:
			return "Write at least " + englishCount(f.Least, "character", "characters") + "."
		case models.ReasonRange:
			return fmt.Sprintf("Enter a number from %s to %s.", grouped(f.Least, ","), grouped(f.Limit, ","))
		}
		return ""
	},
	formats: map[string]string{
		"date":                   "Write the date as year-month-day, such as 2025-11-19.",
		"due_date":               "Write the due date as a day that is in the calendar: year-month-day, such as 2025-11-19.",
		"start":                  "Write the time as hours:minutes, such as 13:00.",
		"end":                    "Write the time as hours:minutes, such as 16:30.",
		"header:Idempotency-Key": "Send a key of 16 to 64 letters, digits, hyphens and underscores.",
	},
	published: publishedWords{
		downloads: "Download the minutes", made: "These minutes were made with Dílna.",
		pdf: "Minutes as PDF", contents: "Contents", formats: "Other formats",
		version:  func(n int) string { return fmt.Sprintf("Version %d", n) },
		approval: func(a models.Approval) string { return "approved " + dayIn(a.On, "2 January 2006") },
		damaged: func(n int) string {
			return fmt.Sprintf("Version %d is missing here now: its stored data are damaged. Ask whoever published the minutes for it.", n)
		},
		late: "Is anything missing in the minutes?", lateLink: "Send something in",
		lateUntil:  func(at time.Time) string { return "It is taken until " + at.Format("2 January 2006, 15:04") + "." },
		gone:       "These minutes are not here",
		goneDetail: "The link is no longer good: the minutes were withdrawn, or there is a slip in the address.",
		goneAdvice: "Ask whoever sent it to you for a new one.",
	},
	reasons: map[models.Reason]string{
		models.ReasonID:         "Send an id of 26 characters a–z and 2–7.",
		models.ReasonCode:       "Enter the six characters of the code as you see them on the wall.",
		models.ReasonEmpty:      "Fill this in.",
		models.ReasonEncoding:   "Send the text in UTF-8.",
		models.ReasonCommon:     "Everybody would try that password first. Choose another, like three words that do not belong together.",
		models.ReasonChoice:     "Choose one of the possibilities offered.",
		models.ReasonFormat:     "Write this in the form expected.",
		models.ReasonUnknown:    "There is no such thing here, or it has been removed. Pick something else.",
		models.ReasonOrder:      "Set the end after the beginning.",
		models.ReasonDuplicate:  "Say the same thing only once.",
		models.ReasonWrong:      "This is not your present password.",
		models.ReasonUnexpected: "This does not belong here, leave it out.",
		models.ReasonType:       "Send the right sort of value (text, number, true or false, list).",
	},
	problems: together(englishRights, englishAdmission, englishVoting, map[models.ErrorCode]told{
		models.CodeInternal: {
			title:  "Something went wrong",
			detail: "The server met an error we did not foresee. Try again in a while; what was confirmed is not lost.",
			page:   "Only the server's log knows the cause. Its keeper finds it by the name that follows urn:request in the answer.",
		},
		models.CodeMalformed: {
			title:  "The request cannot be read",
			detail: "The body of the request is not the JSON we expect. Reload the page and try again.",
			page:   "A body is one JSON object in UTF-8, each member at most once, and nothing after it.",
		},
		models.CodeInvalid: {
			title:  "Something needs correcting",
			detail: "Correct what is marked and send it again.",
			page:   "For each member the answer says where it is (pointer), what is wrong (reason) and what to do (detail).",
		},
		models.CodeKeyReused: {
			title:  "The key belongs to another command",
			detail: "Reload the page and make the change again.",
			page:   "The header Idempotency-Key names one command. The same key with other content is refused, so that no command passes for another.",
		},
		models.CodeNotFound: {
			title:  "There is nothing here",
			detail: "What you look for is not here, was removed, or is not yours to see.",
			page:   "About what is not yours you are not even told whether it exists.",
		},
		models.CodeMethodNotAllowed: {
			title:  "Not this way",
			detail: "This address does not know the method of the request.",
			page:   "The header Allow of the answer lists the methods it knows.",
		},
		models.CodeIDTaken: {
			title:  "The id is taken",
			detail: "Something with this id exists already. Reload the page and try again.",
			page:   "Clients make ids at random; two that are equal mean a mistake in the client.",
		},
		models.CodeWorkshopNotOpen: {
			title:  "The workshop is not open",
			detail: "You can add and vote only while the facilitator keeps the workshop open.",
			page:   "After the end only the facilitator completes the record.",
		},
		models.CodeWorkshopEnded: {
			title:  "The workshop has ended",
			detail: "This workshop has ended and nobody new joins it any more. Please ask whoever led it for the minutes.",
			page:   "Whoever took part comes back to it on the same device, also after the end.",
		},
		models.CodeDoorLocked: {
			title:  "The doors are locked",
			detail: "The workshop is under way and nobody new joins just now. Please tell the facilitator that you would like to come in. As soon as it is unlocked, you will be let in.",
			page:   "Whoever has been inside comes back on the same device, also through locked doors.",
		},
		models.CodeTimerMissing: {
			title:  "No timer is running",
			detail: "Somebody has stopped the timer meanwhile. Start a new one.",
			page:   "A timer is stopped by the facilitator, or by going on to another step.",
		},
		models.CodeStepBlind: {
			title:  "The ideas are not to be seen yet",
			detail: "In this step everybody writes on their own. First reveal the ideas to all, then have them voted on.",
			page:   "Nobody is to vote on what they cannot see.",
		},
		models.CodeWorkshopNotEnded: {
			title:  "The workshop has not ended yet",
			detail: "Minutes are approved after the meeting. End it on the Workshop tab first; an ended one can be opened again.",
			page:   "An approved version of the minutes never changes, so it is approved after the meeting.",
		},
		models.CodeFeedbackClosed: {
			title:  "The feedback is closed",
			detail: "Answers are no longer taken. What you wrote stays on your phone; you can tell the facilitator in person.",
			page:   "The feedback is open for a day after the workshop has ended, or until the facilitator closes it.",
		},
		models.CodeFeedbackAnswered: {
			title:  "People have answered already",
			detail: "Questions that somebody has answered cannot be reworded, added or put in another order: the answers would no longer fit. They can only be put on and off.",
			page:   "Until somebody has answered, the questions of the feedback can be changed in any way.",
		},
		models.CodeNothingAsked: {
			title:  "There is nothing to ask",
			detail: "All questions of the feedback are off. First put one on, on the Prepare tab.",
			page:   "The feedback opens only where at least one question is on.",
		},
		models.CodeMinutesUnchanged: {
			title:  "Nothing has changed",
			detail: "The draft says the same as the last approved version. Approve a new version once it says something else.",
			page:   "A new version of the minutes makes sense only where it says something else than the one before.",
		},
		models.CodeNothingToDraw: {
			title:  "Nothing to draw",
			detail: "These minutes have no vote and no fishbone, so there are no pictures of them. Download them in another format.",
			page:   "Pictures are drawn of the results of votes and of fishbones. Where there is neither, only the other formats are offered.",
		},
		models.CodeDraftChanged: {
			title:  "The draft has changed meanwhile",
			detail: "Somebody has edited the draft since you saw it. Nothing was approved; please read what it says now, and approve it again.",
			page:   "Whoever approves minutes says which draft she saw. Where the minutes say something else by now, they are not approved.",
		},
		models.CodeOlderVersions: {
			title:  "Decide about the older versions",
			detail: "This version no longer says something that older public versions say. Choose whether they stay public.",
			page:   "What a new version of the minutes no longer says can still be read in older published versions until they are withdrawn. That is why publishing asks about them.",
		},
		models.CodePictureUnusable: {
			title:  "The picture cannot be used",
			detail: "A logo should be a PNG or JPEG picture of up to 1 MB, at most 8,000 pixels wide and high. Save it smaller and try again.",
			page:   "Dílna draws an uploaded picture anew; it takes PNG and JPEG of up to 1 MB, at most 16 million pixels and 8,000 on a side.",
		},
		models.CodePhotoUnusable: {
			title:  "The photo cannot be used",
			detail: "A photo should be a JPEG or PNG picture of up to 12 MB and at most 25 million pixels (PNG 16 million). Take it or save it smaller and try again.",
			page:   "Dílna draws a photo anew and keeps nothing of the file itself, not where or when it was taken. It takes JPEG and PNG of up to 12 MB, at most 25 million pixels; PNG 16 million.",
		},
		models.CodePhotoHEIC: {
			title:  "The photo is in the HEIC format",
			detail: "Not every browser can open this format. On an iPhone choose Settings → Camera → Formats → Most Compatible and take the photo again, or save it as JPEG.",
			page:   "iPhones take photos as HEIC, which Dílna does not take. Switch the camera to the most compatible format, or save the photo as JPEG.",
		},
		models.CodePhotosFull: {
			title:  "The step has enough photos",
			detail: "One step has at most 6 photos. Remove one of them, or add the new one to another step.",
			page:   "The number of photos of a step is limited so that phones load them quickly and the minutes stay readable.",
		},
		models.CodePhotosHeavy: {
			title:  "The photos already take too much room",
			detail: "All photos of a workshop together may take 9 MB, so that the minutes can be sent by mail. Remove one of them and try again.",
			page:   "The photos of a whole workshop have one limit of 9 MB, so that the minutes in PDF can be sent by mail.",
		},
		models.CodeFileUnusable: {
			title:  "This is no Word file that we can use",
			detail: "A template should be a .docx or .dotx file of up to 2 MB, with pages that hold text at least 9 cm wide. Save it again in Word as a document or a template, and try once more.",
			page:   "Minutes in Word take styles, page, head and foot from the office's template. We take .docx and .dotx of up to 2 MB; files that are damaged, locked by a password or of other programs cannot be opened.",
		},
		models.CodeFileMacros: {
			title:  "There are macros or embedded objects in the template",
			detail: "We do not take such a file: it could run something for everybody who opens the minutes. Save the template as .docx or .dotx without macros and embedded objects.",
			page:   "A template with macros, controls or embedded objects is refused: it would go along with all minutes that are downloaded.",
		},
		models.CodeFileOutside: {
			title:  "The template reaches for files outside it",
			detail: "A picture or another part of the template stands on a network or a disk. Put it into the template itself and upload it again.",
			page:   "Parts of a template that stand elsewhere would be fetched from there by every reader. We take only templates that hold all they need.",
		},
		models.CodeWorkshopOpen: {
			title:  "The workshop is open",
			detail: "End the workshop or shut its doors first. Then it can be removed.",
			page:   "A workshop with people in it cannot be removed.",
		},
		models.CodeTransition: {
			title:  "This cannot be done now",
			detail: "The state has changed meanwhile. Look at it and decide again.",
			page:   "A workshop is prepared, opened and ended; an ended one can be opened again. There are no other ways.",
		},
		models.CodeAlreadyDone: {
			title:  "Done already",
			detail: "Somebody did it a moment before you, or the press came twice. It happened only once.",
			page:   "Whoever runs a workshop sends with a command what she saw. Where what she wanted holds already, nothing more happens.",
		},
		models.CodeMovedOn: {
			title:  "The workshop is elsewhere by now",
			detail: "Before your command arrived somebody did something else. Nothing was changed; look where the workshop is and decide again.",
			page:   "Whoever runs a workshop sends with a command what she saw. Where that no longer holds, the command is not carried out.",
		},
		models.CodeStepNotOpen: {
			title:  "The step is not open",
			detail: "Nobody works on this step now. Wait until the facilitator opens it.",
			page:   "What you wrote stays on your device. The facilitator can add ideas that came late.",
		},
		models.CodeStepBegun: {
			title:  "People have worked on the step",
			detail: "Whose step it is can be changed only before it opens for the first time. Add a new step.",
			page:   "What stands in the step was written by those it was for.",
		},
		models.CodeGuestWatches: {
			title:  "Guests watch",
			detail: "You sit among the guests: you see everything, but do not write or vote. If you are no guest, choose another part on your phone.",
			page:   "Guests have no dots and write nothing into the minutes. Who chose by mistake can change it.",
		},
		models.CodeOtherPart: {
			title:  "This step is for other people",
			detail: "Those it is for write and vote in this step. You can watch.",
			page:   "A step may be open to one table or one group only. Everybody sees it.",
		},
		models.CodeRoundOfOthers: {
			title:  "Others vote now",
			detail: "Those this round is for vote in it. You can watch.",
			page:   "A round of voting may be for some people only, a jury for one. Everybody sees that they vote.",
		},
		models.CodePartSettled: {
			title:  "Stay here",
			detail: "You have written something at your table or in your group, or people have voted there. You cannot change over any more.",
			page:   "If people changed over afterwards, somebody could vote at two tables.",
		},
		models.CodePartInUse: {
			title:  "Somebody has a step here",
			detail: "There is a step in the agenda, or a round of voting, for this part. Remove it first.",
			page:   "A step that is for nobody would be opened by nobody, and in a round for nobody nobody would vote.",
		},
		models.CodePartGone: {
			title:  "This part is no more",
			detail: "Whoever runs the workshop has taken it out meanwhile. Choose another.",
			page:   "How the room is divided may change during a workshop.",
		},
		models.CodeWrongMethod: {
			title:  "This does not belong in the step",
			detail: "The step is worked by another method. Choose the step it belongs to.",
			page:   "Ideas and rounds belong to collecting, causes to a fishbone. A round with typed totals is never opened.",
		},
		models.CodeMarksSpent: {
			title:  "All marks are used",
			detail: "First take a mark away in this topic.",
			counts: func(n []int) string {
				return "At most " + englishCount(n[0], "idea", "ideas") + " can be marked in one topic. First take a mark away."
			},
			page: "A mark is the group's common yes; the step says how many a topic can have.",
		},
		models.CodeWordingStands: {
			title:  "The group works with it already",
			detail: "The group works with this wording already, so whoever wrote it can no longer change or remove it. The facilitator can correct it.",
			page:   "A wording stands once people have voted on it, or the group has marked or chosen it, merged it with others or made it a topic. When the facilitator corrects it then, the wording that was voted on stays in the minutes.",
		},
		models.CodePromiseHere: {
			title:  "The task is here already",
			detail: "This task was taken over into the workshop before. Each task can be here only once.",
			page:   "A task is one thing, even if it passes through several workshops. So it stands in each of them only once.",
		},
		models.CodePromiseGoneOn: {
			title:  "The task has gone on elsewhere",
			detail: "Another workshop has taken this task over meanwhile. Take it over from there.",
			page:   "A task is one thing: work on it goes on in the workshop that took it over last.",
		},
		models.CodePromiseSettled: {
			title:  "The task is settled",
			detail: "The task has been done or dropped meanwhile; there is nothing to go on with.",
			page:   "Only tasks that are still to be done go on in the next workshop.",
		},
		models.CodeIdeaCycle: {
			title:  "An idea cannot be under itself",
			detail: "Choose an idea that is not below the one you move or merge.",
			page:   "Ideas under ideas form a tree: each is under at most one other, and none under itself.",
		},
		models.CodeChangedSince: {
			title:  "It has changed since",
			detail: "Somebody has changed it since, so nothing was overwritten. Look at what stands there now.",
			page:   "Only what is still as it was when you began can be overwritten or undone. Otherwise somebody's newer work would vanish. To undo an older change, undo the newer ones first.",
		},
		models.CodeEntryCycle: {
			title:  "It cannot be under itself",
			detail: "Choose one that is not below the one you move.",
			page:   "Decisions and tasks form trees: each is under at most one other, and none under itself.",
		},
		models.CodeCauseCycle: {
			title:  "A cause cannot be under itself",
			detail: "Choose a cause that is not below the one you move.",
			page:   "Causes form a tree: each is under at most one other, and none under itself.",
		},
		models.CodeTooDeep: {
			title:  "It cannot go any deeper",
			detail: "There can be at most 20 levels below one another. Add it one level higher.",
			page:   "A tree of causes, topics or ideas has at most 20 levels, so that it can be read on a screen and in the minutes.",
		},
		models.CodeTooLarge: {
			title:  "Too much at once",
			detail: "Shorten the text or divide it.",
			counts: func(n []int) string {
				return fmt.Sprintf("At most %d KiB can be sent at once. Shorten the text or divide it.", n[0])
			},
			page: "The limits protect the others: one request must not keep the whole server busy.",
		},
		models.CodeWorkshopFull: {
			title:  "The workshop holds no more",
			detail: "Remove what is no longer needed, or go on in another workshop.",
			page:   "The limit is ten times what the largest known record has. It guards against accidents and malice.",
		},
		models.CodeTextFull: {
			title:  "The text has no room for it",
			detail: "Choose less, or shorten the text.",
			counts: func(n []int) string {
				return fmt.Sprintf("The text of a step has at most %d characters. Choose less, or shorten the text. Nothing was changed.", n[0])
			},
			page: "What is brought into a step of text is written down at its end. The text would be longer than a step can hold.",
		},
		models.CodeNotRehearsal: {
			title:  "This is not a rehearsal",
			detail: "Pretend people and removing a whole workshop belong to rehearsals only. The real workshop is as it was.",
			page:   "A rehearsal is a copy of a workshop in which the facilitator tries out what will happen. Its title says so. A real workshop cannot be removed like this.",
		},
		models.CodeSlowDown: {
			title:  "Please slow down",
			detail: "There were too many attempts that failed. Try again in a while.",
			page:   "Only failures are counted, so that codes and passwords cannot be guessed. The header Retry-After says when to try.",
		},
		models.CodeDatabaseAway: {
			title:  "The database does not answer",
			detail: "Until the database answers, nothing new is saved or shown. What is saved already is safe, and what you type stays on your screen. Dílna connects to it again by itself. If this takes long, tell whoever runs this Dílna.",
			page:   "Dílna runs, but the database server (PostgreSQL) is off, is just starting, or cannot be reached. As soon as it answers, everything goes on by itself: phones send what waits, and each vote counts once. Dílna need not be started again.",
		},
		models.CodeDraining: {
			title:  "Dílna is stopping here",
			detail: "This Dílna is stopping just now. Try again in a moment: another one answers, or this one when it has been started again.",
			page:   "Where Dílna runs on several computers at once, one of them can be stopped while people work: phones and walls go over to the others by themselves, and nobody loses anything.",
		},
		models.CodeCrowded: {
			title:  "There is no room for more devices",
			detail: "Dílna is full: this computer allows it no more connections. Whoever runs the workshop still gets in. Tell whoever runs this Dílna to allow more open files (ulimit -n).",
			page:   "Each phone holds one connection, and to the computer each connection is an open file. The last places are for whoever runs the workshop, and for walls.",
		},
		models.CodeHostUnknown: {
			title:  "Dílna is not at this address",
			detail: "Open Dílna at the address you were given by those who run it.",
			page:   "Dílna has a public address (--public-url) and answers at no other. Often the fault is in a proxy that does not pass the header Host.",
		},
		models.CodeBusy: {
			title:  "The server is busy",
			detail: "The change is not saved yet. Try again in a while; nothing will happen twice.",
			page:   "The same command with the same key may be sent as often as you like: it counts once.",
		},
		models.CodeDiskFull: {
			title:  "The disk is full",
			detail: "Nothing more can be saved now. Tell whoever runs this Dílna to make room on the disk. What is saved already is safe.",
			page:   "Reading, removing and ending work on a full disk, too. As soon as there is room, Dílna goes on by itself.",
		},
		models.CodeErased: {
			title:  "This cannot be taken back",
			detail: "It was erased for good: a text by whoever wrote it, or a photo by a facilitator. Everything else is left.",
			page:   "When people leave and erase what they wrote, it goes from the history, too. What was voted on, what others built on, and approved minutes stay. A photo that a facilitator erases for good goes from approved minutes, too.",
		},
		models.CodeCopyMissing: {
			title:  "The backup of today could not be made",
			detail: "For the workshop nothing changes: everything is saved. Tell whoever runs this Dílna to look at the room on the disk and at the folder of the backups.",
			page:   "Dílna backs up its data by itself each day. Where there is no room for a backup, or the folder cannot be written to, it tries again and leaves older ones alone. The log says why.",
		},
		models.CodeDamaged: {
			title:  "The stored data are damaged",
			detail: "This is no longer what was saved, so it is not shown. Tell whoever runs this Dílna to restore a backup. The command dilna doctor lists what exactly is damaged.",
			page:   "Results of votes and approved minutes carry a checksum. Where it does not fit, nothing is shown rather than something else than was counted or approved.",
		},
		models.CodeLetterboxUnknown: {
			title:  "This link leads nowhere",
			detail: "It is not valid: the workshop or the step is not here any more, or the address is mistyped. Ask whoever sent it to you for a new one.",
			page:   "A link for inputs works as long as its step is in the workshop and nobody has removed the workshop.",
		},
		models.CodeLetterboxEarly: {
			title:  "Nothing is collected yet",
			detail: "The link opens later. When, is said on the page; what you wrote stays there meanwhile.",
			page:   "A link for inputs is open between two moments only, chosen by whoever prepared it.",
		},
		models.CodeLetterboxClosed: {
			title:  "Nothing is collected any more",
			detail: "The link is closed and takes nothing more. What you wrote has stayed on the page; you can copy it and e-mail it to whoever runs the workshop.",
			page:   "A link closes by itself at its time, or is closed by whoever prepared it. What came before is kept.",
		},
		models.CodeLetterboxFull: {
			title:  "The link takes no more inputs",
			detail: "As many have come as there could be. What you wrote has stayed on the page; tell whoever sent you the link.",
			page:   "How many inputs a link takes is chosen by whoever prepared it, who can allow more.",
		},
		models.CodeLetterboxRush: {
			title:  "Many inputs came from here at once",
			detail: "Wait a moment and send yours again. What you wrote has stayed on the page, and nothing is sent twice.",
			page:   "From one place we take at most 200 inputs at once and then one more every half minute: the link is open to everybody, and nobody shall flood it.",
		},
		models.CodeBodyIncomplete: {
			title:  "The request did not arrive whole",
			detail: "The connection is slow or broke. Send it again; nothing will happen twice.",
			page:   "The body of a request may take ten seconds to arrive.",
		},
		models.CodeJSONExpected: {
			title:  "JSON is expected",
			detail: "Send the request with the header Content-Type: application/json.",
			page:   "No other type is taken: forms can be sent by pages of others, too.",
		},
	}),
}
