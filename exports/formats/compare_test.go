package formats_test

import (
	"bytes"
	"context"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"dilna/exports"
	"dilna/exports/docx"
	"dilna/exports/html"
	"dilna/exports/pdf"
	"dilna/models"
	"dilna/models/modelstest"
)

// BenchmarkPDF makes a PDF of the model record in three ways in one run: with
// our own package, from HTML by a browser's printing, from DOCX by LibreOffice.
func BenchmarkPDF(b *testing.B) {
	doc := exports.FromMinutes(modelstest.ModelRecord(), models.MinutesOptions{})
	b.Run("ours", func(b *testing.B) {
		size, before := 0, processorTime(b)
		for b.Loop() {
			size = len(written(b, doc, pdf.Render))
		}
		tell(b, size, before)
	})
	b.Run("browser", func(b *testing.B) {
		browser := program(b, "chromium", "google-chrome", "chromium-headless-shell")
		convert(b, doc, "minutes.html", html.Render, func(folder, file string) *exec.Cmd {
			return exec.Command(browser, "--headless=new", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
				"--user-data-dir="+filepath.Join(folder, "profile"), "--print-to-pdf="+filepath.Join(folder, "minutes.pdf"), "file://"+file)
		})
	})
	b.Run("office", func(b *testing.B) {
		office := program(b, "soffice", "libreoffice")
		convert(b, doc, "minutes.docx", docx.Render, func(folder, file string) *exec.Cmd {
			return exec.Command(office, "-env:UserInstallation=file://"+filepath.Join(folder, "profile"),
				"--headless", "--convert-to", "pdf", "--outdir", folder, file)
		})
	})
}

func program(b *testing.B, names ...string) string {
	b.Helper()
	for _, name := range names {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	b.Fatalf("to compare with %s, install it: make tools", names[0])
	return ""
}

// convert writes the document, lets a program make a PDF of it, and tells how
// large that is.
func convert(b *testing.B, doc exports.Document, name string, render renderer, by func(folder, file string) *exec.Cmd) {
	b.Helper()
	folder := b.TempDir()
	file, size, before := filepath.Join(folder, name), 0, processorTime(b)
	for b.Loop() {
		if err := os.WriteFile(file, written(b, doc, render), 0o600); err != nil {
			b.Fatal(err)
		}
		if out, err := by(folder, file).CombinedOutput(); err != nil {
			b.Fatalf("%v\n%s", err, out)
		}
		made, err := os.ReadFile(filepath.Join(folder, "minutes.pdf"))
		if err != nil {
			b.Fatal(err)
		}
		size = len(made)
	}
	tell(b, size, before)
}

func tell(b *testing.B, size int, before time.Duration) {
	b.ReportMetric(float64(size), "file-bytes")
	b.ReportMetric(float64((processorTime(b)-before).Milliseconds())/float64(b.N), "cpu-ms/op")
}

// processorTime is that of this process and of the programs it has run: on a
// busy machine it says more than the clock.
func processorTime(b *testing.B) time.Duration {
	sum := time.Duration(0)
	for _, who := range []int{syscall.RUSAGE_SELF, syscall.RUSAGE_CHILDREN} {
		var used syscall.Rusage
		if err := syscall.Getrusage(who, &used); err != nil {
			b.Fatal(err)
		}
		sum += time.Duration(used.Utime.Nano() + used.Stime.Nano())
	}
	return sum
}

type renderer func(context.Context, exports.Document, io.Writer) error

func written(b *testing.B, doc exports.Document, render renderer) []byte {
	b.Helper()
	var file bytes.Buffer
	if err := render(context.Background(), doc, &file); err != nil {
		b.Fatal(err)
	}
	return file.Bytes()
}
