package postgres

import (
	"context"
	"errors"

	"github.com/jackc/pgx/v5"
)

// partings is how often it is looked again, a tenth of a second later: who has
// just hung up is listed for a moment more.
const partings = 20

// Others says how many programs have the database open.
func Others(ctx context.Context, url string) (others int, err error) {
	config, err := pgx.ParseConfig(url)
	if err != nil {
		return 0, errors.Join(ErrAddress, err)
	}
	conn, err := pgx.ConnectConfig(ctx, config)
	if err != nil {
		return 0, err
	}
	for range partings {
		err = conn.QueryRow(ctx, `SELECT COUNT(*) FROM pg_stat_activity
			WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()`).Scan(&others)
		if err != nil || others == 0 {
			break
		}
		if _, err = conn.Exec(ctx, "SELECT pg_sleep(0.1)"); err != nil {
			break
		}
	}
	return others, errors.Join(err, conn.Close(ctx))
}
