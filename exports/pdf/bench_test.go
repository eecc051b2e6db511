package pdf

import (
	"bytes"
	"fmt"
	"os"
	"regexp"
	"runtime"
	"strconv"
	"sync"
	"syscall"
	"testing"
	"time"

	"dilna/exports"
	"dilna/models"
	"dilna/models/modelstest"
)

// What is promised: the model record under 40 ms and 120 KB, the largest (700 ideas)
// under 100 ms, the long table under 200 ms, eight at once within 300 MB.

func BenchmarkModelRecord(b *testing.B) { benchmark(b, modelstest.ModelRecord()) }

func BenchmarkLargestRecord(b *testing.B) { benchmark(b, largestRecord()) }

func BenchmarkLongVoteTable(b *testing.B) { benchmark(b, longVoteTable()) }

// largestRecord is the largest record known of the field: 700 ideas in 84
// sections.
func largestRecord() models.Minutes {
	m := models.Minutes{}
	for i := range 84 {
		s := models.StepMinutes{Method: models.MethodCollect, Heading: fmt.Sprintf("Oddíl %d", i+1)}
		for j := range 700/84 + 1 {
			s.Ideas = append(s.Ideas, models.IdeaMinutes{Text: fmt.Sprintf("%d. Dostat do povědomí i úředníků, že aktivizace není jen zabavení, ale sociální práce s plánem", j)})
		}
		m.Steps = append(m.Steps, s)
	}
	return m
}

// longVoteTable is a budget voted by 4,500 people on 200 ideas.
func longVoteTable() models.Minutes {
	voters := 4500
	s := models.StepMinutes{Method: models.MethodCollect, Heading: "ROZPOČET", Rounds: []models.RoundMinutes{{Label: "Počet hlasů", Dots: 5, Voters: &voters}}}
	for i := range 200 {
		votes := i * 7919 % 451
		s.Ideas = append(s.Ideas, models.IdeaMinutes{Text: fmt.Sprintf("Podnět %d: lavičky a stromy v parku za školou, aby tam bylo kde posedět ve stínu", i+1), Votes: []*int{&votes}})
	}
	return models.Minutes{Steps: []models.StepMinutes{s}}
}

// benchmark tells the time of the processor too: of a machine that is busy
// with other things it says more than the clock.
func benchmark(b *testing.B, m models.Minutes) {
	b.ReportAllocs()
	size, before := 0, processorTime(b)
	for b.Loop() {
		size = len(rendered(b, m))
	}
	b.ReportMetric(float64(size), "file-bytes")
	b.ReportMetric(float64((processorTime(b)-before).Milliseconds())/float64(b.N), "cpu-ms/op")
}

func processorTime(t testing.TB) time.Duration {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		t.Fatal(err)
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}

// BenchmarkEightAtOnce exports eight records at once on two cores and tells
// the most memory the process ever held.
func BenchmarkEightAtOnce(b *testing.B) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(2))
	doc := exports.FromMinutes(largestRecord(), models.MinutesOptions{})
	for b.Loop() {
		var all sync.WaitGroup
		for range 8 {
			all.Go(func() {
				if err := Render(background, doc, &bytes.Buffer{}); err != nil {
					b.Error(err)
				}
			})
		}
		all.Wait()
	}
	b.ReportMetric(mostMemory(b), "peak-MB")
}

var highWater = regexp.MustCompile(`VmHWM:\s+(\d+) kB`)

// mostMemory is the most this process ever held, in MB.
func mostMemory(b *testing.B) float64 {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		b.Logf("the memory of the process is not known here: %v", err)
		return 0
	}
	kB, err := strconv.Atoi(string(highWater.FindSubmatch(status)[1]))
	if err != nil {
		b.Fatal(err)
	}
	return float64(kB) / 1024
}
