// Package postgres is what of the store only PostgreSQL does: one server, and
// any number of instances that share a database (docs/adr/0027).
package postgres

import (
	"cmp"
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"maps"
	"net"
	"slices"
	"strconv"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/stdlib"
	gormpostgres "gorm.io/driver/postgres"
	"gorm.io/gorm"
	"gorm.io/gorm/logger"
)

// oldest is the first version that the tests run on.
const oldest = 15

// connectTime is how long a computer may be silent that is asked for a connection,
// unless the address says connect_timeout.
const connectTime = 5 * time.Second

// Pool says how one of the pools connects.
type Pool struct {
	connections int
	settings    map[string]string
	onConnect   string // a statement
}

// settings of every connection. A commit that is acknowledged is on disk, and
// on the standby where there is a synchronous one (docs/reliability.md, INV-01);
// an instance that hangs in the middle of a transaction holds up no other.
var settings = map[string]string{
	"application_name":                    "dilna",
	"synchronous_commit":                  "on",
	"statement_timeout":                   "30s",
	"lock_timeout":                        "10s",
	"idle_in_transaction_session_timeout": "10s",
	"tcp_user_timeout":                    "10s",
}

var (
	Writer = Pool{connections: 1}
	// That it only reads is said once it is connected: an address that asks for a
	// server which writes (target_session_attrs) would find none.
	Reader  = Pool{connections: 12, onConnect: "SET default_transaction_read_only = on"}
	Sweeper = Pool{connections: 1, settings: map[string]string{"statement_timeout": "5min"}}
)

// ErrAddress: what was given is no address of a database.
var ErrAddress = errors.New("not an address of a PostgreSQL database")

// ErrVersion: the server is older than those the tests run on.
var ErrVersion = fmt.Errorf("PostgreSQL %d or newer is needed", oldest)

// Open opens one of the pools of the database at url.
func Open(ctx context.Context, url string, p Pool) (*gorm.DB, error) {
	config, err := pgx.ParseConfig(url)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrAddress, err) // pgx leaves the password out
	}
	config.ConnectTimeout = cmp.Or(config.ConnectTimeout, connectTime)
	maps.Copy(config.RuntimeParams, settings)
	maps.Copy(config.RuntimeParams, p.settings)
	pool := stdlib.OpenDB(*config, stdlib.OptionAfterConnect(func(ctx context.Context, c *pgx.Conn) error {
		_, err := c.Exec(ctx, p.onConnect)
		return err
	}))
	pool.SetMaxOpenConns(p.connections)
	pool.SetMaxIdleConns(p.connections)
	if err := mustBeNewEnough(ctx, pool); err != nil {
		return nil, errors.Join(err, pool.Close())
	}
	return gorm.Open(gormpostgres.New(gormpostgres.Config{Conn: pool}), &gorm.Config{
		SkipDefaultTransaction: true,
		TranslateError:         true,
		QueryFields:            true, // columns by name: an upgrade of another instance adds some
		DisableAutomaticPing:   true,
		Logger:                 logger.Discard, // errors are returned, and statements hold what people wrote
	})
}

func mustBeNewEnough(ctx context.Context, pool *sql.DB) error {
	var number string
	if err := pool.QueryRowContext(ctx, "SHOW server_version_num").Scan(&number); err != nil {
		return err
	}
	version, err := strconv.Atoi(number)
	if err == nil && version < oldest*10_000 {
		return ErrVersion
	}
	return err
}

// IsFull says whether there was no room for what was written.
func IsFull(err error) bool { return says(err, "53100") }

// IsDamaged says whether what is read is not what was written.
func IsDamaged(err error) bool { return says(err, "XX001", "XX002") }

// IsToRepeat says whether the transaction goes through when it is run again: it
// was given up for the sake of another (a deadlock, or two that cannot follow
// each other), or a table has got columns since its statements were prepared.
func IsToRepeat(err error) bool { return says(err, "40001", "40P01", "0A000") }

// busy are answers of a server that takes no command now: it has no connection
// left, or others hold what is needed for too long.
var busy = []string{"53300", "53400", "55P03", "57014", "25P03", "25P04"}

// away are answers of a server that takes none for as long as it starts or stops,
// or because it is a standby, and of a connection that broke.
var away = []string{"57P01", "57P02", "57P03", "25006", "08000", "08003", "08006"}

// IsBusy says whether the server takes no command now, or could not be reached:
// what was sent may or may not have been done, and may be sent again.
func IsBusy(err error) bool {
	return says(err, busy...) || IsToRepeat(err) || IsAway(err) || errors.Is(err, context.DeadlineExceeded)
}

// IsAway says whether the server could not be reached, or will take no command
// until it has started or takes another's place.
func IsAway(err error) bool {
	if _, connecting := errors.AsType[*pgconn.ConnectError](err); connecting {
		return true
	}
	if _, answered := errors.AsType[*pgconn.PgError](err); answered || errors.Is(err, context.DeadlineExceeded) {
		return says(err, away...)
	}
	_, network := errors.AsType[*net.OpError](err)
	return network || pgconn.SafeToRetry(err) || errors.Is(err, driver.ErrBadConn) || errors.Is(err, pgconn.ErrConnClosed) ||
		errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF) || errors.Is(err, sql.ErrConnDone)
}

func says(err error, codes ...string) bool {
	e, ok := errors.AsType[*pgconn.PgError](err)
	return ok && slices.Contains(codes, e.Code)
}
