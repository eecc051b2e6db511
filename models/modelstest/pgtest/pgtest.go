// Package pgtest gives tests a PostgreSQL of their own: in a folder of its own,
// reached by a socket in it, so that it disturbs no other server and no other
// server disturbs it (tests only).
package pgtest

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	_ "github.com/jackc/pgx/v5/stdlib" // the driver
)

// Cluster is a running server.
type Cluster struct {
	dir      string // holds the data and the socket
	passes   bool   // the folder goes when the server stops
	owner    *syscall.Credential
	settings []string
	alive    *os.File // closed: the server stops, also when the test program is killed
	run      *exec.Cmd
}

// settings of every cluster. Nothing is to outlast a test, so nothing need
// reach the disk.
var settings = []string{
	"listen_addresses=", "fsync=off", "full_page_writes=off", "max_connections=400", "shared_buffers=32MB",
	"autovacuum=off", "log_min_messages=fatal",
}

var (
	shared  = sync.OnceValues(func() (*Cluster, error) { return start(true) })
	counter atomic.Int64
)

// Database makes an empty database on a server that all tests of the package
// share, and says where it is. It goes when the test ends.
func Database(t testing.TB) string {
	t.Helper()
	url := Lasting(t)
	t.Cleanup(func() {
		if err := drop(url); err != nil {
			t.Error(err)
		}
	})
	return url
}

func drop(url string) error {
	cluster, err := shared()
	if err != nil {
		return err
	}
	name, _, _ := strings.Cut(strings.TrimPrefix(url, "postgres://dilna@/"), "?")
	return cluster.Exec("DROP DATABASE " + name + " WITH (FORCE)")
}

// Lasting is Database, but it goes with the server: other tests may use it after
// this one.
func Lasting(t testing.TB) string {
	t.Helper()
	notInShort(t)
	cluster, err := shared()
	if err != nil {
		t.Fatalf("a PostgreSQL for the tests (make tools installs it): %v", err)
	}
	name := fmt.Sprintf("dilna_%d", counter.Add(1))
	if err := cluster.Exec("CREATE DATABASE " + name); err != nil {
		t.Fatal(err)
	}
	return cluster.URL(name)
}

// notInShort: the quick tests (go test -short) need no PostgreSQL.
func notInShort(t testing.TB) {
	t.Helper()
	if testing.Short() {
		t.Skip("-short starts no server")
	}
}

// Start starts a server for this test alone, which may be killed and started again.
func Start(t testing.TB, settings ...string) *Cluster {
	t.Helper()
	notInShort(t)
	cluster, err := start(false, settings...)
	if err != nil {
		t.Fatalf("a PostgreSQL for the test (make tools installs it): %v", err)
	}
	t.Cleanup(cluster.remove)
	return cluster
}

// URL is the address of one of its databases: on whichever of it and the others
// takes commands now.
func (c *Cluster) URL(database string, others ...*Cluster) string {
	hosts := c.dir
	for _, other := range others {
		hosts += "," + other.dir
	}
	return fmt.Sprintf("postgres://dilna@/%s?host=%s&target_session_attrs=read-write", database, hosts)
}

// Standby follows c from now on: c acknowledges nothing that the standby does not
// have. Promote has it take c's place.
func (c *Cluster) Standby(t testing.TB) *Cluster {
	t.Helper()
	s, err := place(false)
	if err != nil {
		t.Fatal(err)
	}
	s.settings = c.settings
	t.Cleanup(s.remove)
	copied := c.command(program("pg_basebackup"), "-h", c.dir, "-U", "dilna", "-D", s.data(), "-R", "-c", "fast", "--no-sync")
	if out, err := copied.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	if err := s.up("read-only"); err != nil {
		t.Fatal(err)
	}
	for _, statement := range []string{"ALTER SYSTEM SET synchronous_standby_names = '*'", "SELECT pg_reload_conf()"} {
		if err := c.Exec(statement); err != nil {
			t.Fatal(err)
		}
	}
	return s
}

// Promote makes a standby take commands; it waits for nobody any more.
func (c *Cluster) Promote() error { return c.execOn("read-only", "SELECT pg_promote()") }

// Exec runs a statement beside whatever is going on.
func (c *Cluster) Exec(statement string) error { return c.execOn("any", statement) }

// execOn is Exec on a server of that kind: any, read-write, read-only.
func (c *Cluster) execOn(kind, statement string) error {
	db, err := sql.Open("pgx", fmt.Sprintf("postgres://dilna@/postgres?host=%s&target_session_attrs=%s", c.dir, kind))
	if err != nil {
		return err
	}
	defer db.Close()
	_, err = db.Exec(statement)
	return err
}

// start makes a cluster and runs it. One that passes takes its folder with it
// when it stops. Settings are `name=value`.
func start(passes bool, more ...string) (*Cluster, error) {
	c, err := place(passes)
	if err != nil {
		return nil, err
	}
	c.settings = append(append([]string{}, settings...), more...)
	out, err := c.command(program("initdb"), "-D", c.data(), "-U", "dilna", "--auth=trust", "--no-sync", "-E", "UTF8", "--locale=C").CombinedOutput()
	if err != nil {
		return nil, fmt.Errorf("initdb: %w: %s", err, out)
	}
	return c, c.Up()
}

// place is where a server will be.
func place(passes bool) (*Cluster, error) {
	owner, err := nobodyMighty()
	if err != nil {
		return nil, err
	}
	dir, err := os.MkdirTemp("", "dilna-pg-") // a socket's path must be short
	if err == nil && owner != nil {
		err = os.Chown(dir, int(owner.Uid), int(owner.Gid))
	}
	return &Cluster{dir: dir, passes: passes, owner: owner}, err
}

func (c *Cluster) data() string { return filepath.Join(c.dir, "data") }

// Up runs the server and returns once it answers.
func (c *Cluster) Up() error { return c.up("any") }

func (c *Cluster) up(kind string) error {
	// The shell ends the server when its own input ends, and so with the program that tests.
	script := `"$@" & read -r end; kill -INT $!; wait`
	if c.passes {
		script += `; rm -rf "$PWD"`
	}
	args := []string{"-c", script, "sh", program("postgres"), "-D", c.data(), "-k", c.dir}
	for _, setting := range c.settings {
		args = append(args, "-c", setting)
	}
	c.run = c.command("sh", args...)
	input, alive, err := os.Pipe()
	if err != nil {
		return err
	}
	c.run.Stdin, c.alive = input, alive
	if err := errors.Join(c.run.Start(), input.Close()); err != nil {
		return err
	}
	return c.await(kind, time.Minute)
}

// await returns once the server takes connections, as one of that kind.
func (c *Cluster) await(kind string, most time.Duration) error {
	ctx, cancel := context.WithTimeout(context.Background(), most)
	defer cancel()
	look := time.NewTicker(20 * time.Millisecond)
	defer look.Stop()
	for {
		err := c.execOn(kind, "SELECT 1")
		if err == nil {
			return nil
		}
		select {
		case <-ctx.Done():
			return fmt.Errorf("the server does not answer: %w", err)
		case <-look.C:
		}
	}
}

// Kill ends the server as a power cut does: all its processes at once.
func (c *Cluster) Kill() error {
	content, err := os.ReadFile(filepath.Join(c.data(), "postmaster.pid"))
	if err != nil {
		return err
	}
	pid, err := strconv.Atoi(strings.SplitN(string(content), "\n", 2)[0])
	if err != nil {
		return err
	}
	// Stopped, it makes no further child: one that is left would keep the next server from starting.
	if err := syscall.Kill(pid, syscall.SIGSTOP); err != nil {
		return err
	}
	children, err := exec.Command("pgrep", "-P", strconv.Itoa(pid)).Output()
	if err != nil {
		return err
	}
	all := append(strings.Fields(string(children)), strconv.Itoa(pid))
	for _, one := range all {
		if n, err := strconv.Atoi(one); err == nil {
			_ = syscall.Kill(n, syscall.SIGKILL) // one that has ended meanwhile needs none
		}
	}
	look := time.NewTicker(time.Millisecond)
	defer look.Stop()
	for slices.ContainsFunc(all, lives) {
		<-look.C
	}
	return c.down()
}

// lives says whether a process still holds what it had: the next server does not start
// while one does.
func lives(pid string) bool {
	stat, err := os.ReadFile(filepath.Join("/proc", pid, "stat"))
	return err == nil && !bytes.Contains(stat, []byte(") Z "))
}

// down lets go of the shell and waits for it.
func (c *Cluster) down() error {
	err := c.alive.Close()
	_ = c.run.Wait() // says that it was told to end
	return err
}

func (c *Cluster) remove() {
	_ = c.down() // may be down already
	_ = os.RemoveAll(c.dir)
}

func (c *Cluster) command(name string, args ...string) *exec.Cmd {
	cmd := exec.Command(name, args...)
	cmd.Dir = c.dir
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: c.owner}
	return cmd
}

// nobodyMighty is whom the server runs as: PostgreSQL refuses to be root. Nil
// where we are not root ourselves.
func nobodyMighty() (*syscall.Credential, error) {
	if os.Getuid() != 0 {
		return nil, nil
	}
	who, err := user.Lookup("postgres")
	if err != nil {
		return nil, err
	}
	uid, err := strconv.ParseUint(who.Uid, 10, 32)
	if err != nil {
		return nil, err
	}
	gid, err := strconv.ParseUint(who.Gid, 10, 32)
	return &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}, err
}

// program is the path of one of PostgreSQL's own: Debian keeps them out of PATH.
func program(name string) string {
	if path, err := exec.LookPath(name); err == nil {
		return path
	}
	found, _ := filepath.Glob("/usr/lib/postgresql/*/bin/" + name) // the pattern is right
	if len(found) == 0 {
		return name
	}
	return found[len(found)-1]
}
