//go:build unix

package main

import (
	"context"
	"io"
	"net"
	"net/http"
	"os/signal"
	"syscall"
	"testing"
	"time"
)

func TestClosingTheTerminalStopsLikeAskingToStop(t *testing.T) {
	for name, sent := range map[string]syscall.Signal{"SIGHUP": syscall.SIGHUP, "SIGTERM": syscall.SIGTERM, "SIGINT": syscall.SIGINT} {
		t.Run(name, func(t *testing.T) {
			if signal.Ignored(sent) {
				t.Skipf("NOT TESTED: %s is ignored where these tests run, as under nohup, and stays so", name)
			}
			ctx, stop := untilStopped(t.Context())
			defer stop()
			if err := syscall.Kill(syscall.Getpid(), sent); err != nil {
				t.Fatal(err)
			}
			select {
			case <-ctx.Done():
			case <-time.After(time.Minute):
				t.Error("it goes on")
			}
		})
	}
}

func TestABodyThatNeverComesWholeDoesNotHoldUpTheEnd(t *testing.T) {
	arrived := make(chan struct{})
	h := &house{
		http: &http.Server{Handler: http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
			close(arrived)
			_, _ = io.Copy(io.Discard, r.Body) // never whole
		})},
		clock: func(context.Context) {}, bus: func(context.Context) {}, drain: func() bool { return false }, close: func() {}, patience: time.Millisecond,
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- h.serve(ctx, listener) }()
	half, err := net.Dial("tcp", listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = half.Close() })
	if _, err := half.Write([]byte("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf")); err != nil {
		t.Fatal(err)
	}
	<-arrived
	stop()
	if err := <-ended; err != nil {
		t.Errorf("it ended with %v", err)
	}
}

func TestAnInstanceAmongOthersAnswersOnForAWhileFM17(t *testing.T) {
	draining := make(chan struct{})
	h := &house{
		http:  &http.Server{Handler: http.HandlerFunc(func(http.ResponseWriter, *http.Request) {})},
		clock: func(context.Context) {}, bus: func(context.Context) {}, close: func() {}, patience: 20 * time.Second,
		drain: func() bool { close(draining); return true },
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- h.serve(ctx, listener) }()
	stop()
	<-draining
	for range 2 {
		answer, err := http.Get("http://" + listener.Addr().String())
		if err != nil {
			t.Fatalf("nobody answers while people go elsewhere: %v", err)
		}
		_ = answer.Body.Close()
	}
	if err := <-ended; err != nil {
		t.Errorf("it ended with %v", err)
	}
}
