package rehearsal

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"time"

	"dilna/cmd/dilna/language"
	"dilna/models"
	"dilna/models/voting"
)

// Report is what a rehearsal measured and what it found wrong. Times are
// nanoseconds in JSON.
type Report struct {
	Workshop      models.WorkshopID  `json:"workshop"`
	Finished      bool               `json:"finished"`
	Seed          uint64             `json:"seed"`
	Participants  int                `json:"participants"`
	Joined        int                `json:"joined"`
	JoinTook      time.Duration      `json:"join_took_ns"`
	Sent          int                `json:"sent"`
	Acknowledged  int                `json:"acknowledged"`
	Retried       int                `json:"retried"`
	Refused       map[string]int     `json:"refused"`
	Lost          int                `json:"lost"`
	Doubled       int                `json:"doubled"`
	Different     int                `json:"different"`
	Wrong         int                `json:"wrong"`
	Findings      []Finding          `json:"findings"`
	Ack           Latency            `json:"acknowledgement"`
	AckBySort     map[string]Latency `json:"acknowledgement_by_sort"`
	Seen          Latency            `json:"seen_by_everyone"`
	Ideas         Rate               `json:"ideas_one_by_one"`
	Dots          Rate               `json:"dots_all_at_once"`
	Received      Spread             `json:"bytes_received_by_a_phone"`
	Reconnected   int                `json:"streams_dropped_and_resumed"`
	BrokenStreams int                `json:"streams_broken"`
	Screens       int                `json:"screens"`
	ScreensAgree  int                `json:"screens_agree"`
	SameFile      bool               `json:"same_file"`
	// BallotsLeftOut says that only ballots of rounds with few voters make the file
	// another one: of those nobody is told single ballots.
	BallotsLeftOut bool          `json:"ballots_left_out"`
	NotPlayed      []string      `json:"not_played"`
	Took           time.Duration `json:"took_ns"`
	Steps          []StepTime    `json:"steps"`
	PDF            []byte        `json:"-"`

	say language.Language
}

// StepTime is how long a step was played.
type StepTime struct {
	Heading string        `json:"heading"`
	Took    time.Duration `json:"took_ns"`
}

// Rate is how many of something went in how much time.
type Rate struct {
	Count int           `json:"count"`
	Took  time.Duration `json:"took_ns"`
}

func (r Rate) perSecond() float64 {
	if r.Took == 0 {
		return 0
	}
	return float64(r.Count) / r.Took.Seconds()
}

func (r *Report) ideas(n int, took time.Duration) {
	r.Ideas.Count += n
	r.Ideas.Took += took
}

// voted counts the dots of a round, or its votes.
func (r *Report) voted(round *plannedRound, took time.Duration) {
	for _, ballot := range round.ballots {
		for _, dots := range ballot {
			if round.rule().Name == voting.Dots {
				r.Dots.Count += dots.count
			} else {
				r.Dots.Count++
			}
		}
	}
	r.Dots.Took += took
}

// sum gathers what was measured along the way.
func (s *stage) sum() {
	s.meter.sum(s.report)
	s.findings.sum(s.report)
	var received []int64
	for _, p := range s.phones {
		received = append(received, p.device.received.Load())
	}
	s.report.Received = spreadOf(received)
}

// Passed says whether the workshop was played to its end, everything
// acknowledged is there once and as it was acknowledged, nothing was refused,
// and all screens agree.
func (r *Report) Passed() bool { return r.Finished && r.Wrong == 0 }

// Write tells the report to a person.
func (r *Report) Write(w io.Writer) error {
	var b strings.Builder
	line := func(cs, en, format string, values ...any) {
		fmt.Fprintf(&b, "  %-26s %s\n", r.say.Say(cs, en), fmt.Sprintf(format, values...))
	}
	fmt.Fprintf(&b, "\n%s\n", r.verdict())
	line("připojeno", "joined", "%d/%d (%s)", r.Joined, r.Participants, round(r.JoinTook))
	line("příkazů odesláno", "commands sent", "%d", r.Sent)
	line("potvrzeno", "acknowledged", "%d", r.Acknowledged)
	line("zkoušeno znovu", "tried again", "%d", r.Retried)
	line("odmítnuto", "refused", "%s", r.refusals())
	line("ztraceno", "lost", "%d", r.Lost)
	line("zdvojeno", "doubled", "%d", r.Doubled)
	line("jinak než potvrzeno", "not as acknowledged", "%d", r.Different)
	line("potvrzení", "acknowledgement", "%s", r.Ack)
	for _, sort := range slices.Sorted(maps.Keys(r.AckBySort)) {
		line("  "+sortName[sort][0], "  "+sortName[sort][1], "%s", r.AckBySort[sort])
	}
	line("uviděli všichni", "seen by everyone", "%s", r.Seen)
	line("podněty po jednom", "ideas one by one", "%d (%.0f/s)", r.Ideas.Count, r.Ideas.perSecond())
	line("hlasy najednou", "votes all at once", "%d (%.0f/s)", r.Dots.Count, r.Dots.perSecond())
	line("telefon přijal", "a phone received", "%s / %s / %s (min/median/max)", kib(r.Received.Min), kib(r.Received.Median), kib(r.Received.Max))
	line("proudy", "streams", "%s", r.say.Say("%d přerušeno a navázáno, %d se rozbilo", "%d dropped and resumed, %d broke", r.Reconnected, r.BrokenStreams))
	line("obrazovky se shodují", "screens agree", "%d/%d", r.ScreensAgree, r.Screens)
	line("soubor je týž", "the file is the same", "%s", r.sameFile())
	line("celkem", "in all", "%s (seed %d)", round(r.Took), r.Seed)
	r.list(&b, r.say.Say("Nezahráno (veřejné API to nenastavuje):", "Not played (the public API does not set it):"), r.NotPlayed)
	var wrong []string
	for _, f := range r.Findings {
		wrong = append(wrong, f.Sort+": "+f.Text)
	}
	if more := r.Wrong - len(wrong); more > 0 {
		wrong = append(wrong, r.say.Say("a dalších %d", "and %d more", more))
	}
	r.list(&b, r.say.Say("Chyby:", "Found wrong:"), wrong)
	_, err := io.WriteString(w, b.String())
	return err
}

func (r *Report) verdict() string {
	switch {
	case r.Wrong > 0:
		return r.say.Say("Zkouška NEPROŠLA: nalezeno chyb: %d", "The rehearsal FAILED: found wrong: %d", r.Wrong)
	case !r.Finished:
		return r.say.Say("Zkouška nedošla do konce", "The rehearsal did not get to its end")
	}
	return r.say.Say("Zkouška prošla", "The rehearsal passed")
}

var sortName = map[string][2]string{
	sortJoin: {"připojení", "joining"}, sortSitting: {"usazení", "sitting down"}, sortIdeas: {"podněty", "ideas"},
	sortDots: {"hlasy", "votes"}, sortSteering: {"vedení", "steering"}, sortFeedback: {"zpětná vazba", "feedback"},
	sortRepeats: {"opakování", "repeats"},
}

func (l Latency) String() string {
	return fmt.Sprintf("p50 %s  p95 %s  p99 %s  max %s  (%d)", round(l.P50), round(l.P95), round(l.P99), round(l.Max), l.Count)
}

func (r *Report) list(b *strings.Builder, title string, lines []string) {
	if len(lines) == 0 {
		return
	}
	fmt.Fprintf(b, "%s\n", title)
	for _, line := range lines {
		fmt.Fprintf(b, "  - %s\n", line)
	}
}

func (r *Report) refusals() string {
	var parts []string
	for _, code := range slices.Sorted(maps.Keys(r.Refused)) {
		parts = append(parts, fmt.Sprintf("%d× %s", r.Refused[code], code))
	}
	if len(parts) == 0 {
		return "0"
	}
	return strings.Join(parts, ", ")
}

func (r *Report) sameFile() string {
	switch {
	case r.SameFile:
		return r.say.Say("ano", "yes")
	case r.BallotsLeftOut:
		return r.say.Say("ano, kromě lístků z kol s méně než %d hlasujícími: ty po jednom nikdo nedostane",
			"yes, but for ballots of rounds with fewer than %d voters: nobody is given those one by one", models.MinBallots)
	case r.Passed() && len(r.NotPlayed) > 0:
		return r.say.Say("ano, kromě toho, co nelze zahrát", "yes, but for what cannot be played")
	}
	return r.say.Say("ne", "no")
}

func kib(n int64) string { return fmt.Sprintf("%.1f KiB", float64(n)/1024) }
