package main

import (
	"context"
	"errors"
	"io/fs"
	"log/slog"
	"net/url"
	"os"
	"path/filepath"

	"dilna/cmd/dilna/language"
	"dilna/models/store"
)

// source is where the data is, as a command is told it: in a folder of one
// program, or in a database that several instances share.
type source struct {
	Data        string `default:"./data" placeholder:"FOLDER"`
	DatabaseURL string `name:"database-url" placeholder:"URL"`
}

// sharing is what an instance has to know besides, to serve such a database.
type sharing struct {
	Secret     string `placeholder:"SECRET"`
	SecretFile string `placeholder:"FILE" type:"path"`
}

func (s source) shared() bool { return s.DatabaseURL != "" }

// inside is "in the folder ./data", as the end of a sentence; of a database it
// tells neither user nor password.
func (s source) inside(say language.Language) string {
	if !s.shared() {
		return say.Say("ve složce %s", "in the folder %s", s.Data)
	}
	return say.Say("v databázi %s", "in the database %s", s.database())
}

// database is the database's name without who signs in to it.
func (s source) database() string {
	address, err := url.Parse(s.DatabaseURL)
	if err != nil {
		return "PostgreSQL"
	}
	return address.Host + address.Path
}

// takeData opens the data to serve it.
func (t *terminal) takeData(ctx context.Context, s source, with sharing, log *slog.Logger) (*folder, error) {
	if !s.shared() {
		return t.take(ctx, s.Data, log)
	}
	secret, err := t.secret(with)
	if err != nil {
		return nil, err
	}
	opened, err := t.openShared(ctx, s, secret, store.Options{Log: log})
	return &folder{store: opened, shared: true}, err
}

// joinData opens the data also while others serve them. Only a folder is made
// where there is none.
func (t *terminal) joinData(ctx context.Context, s source) (*folder, error) {
	if !s.shared() {
		return t.join(ctx, s.Data)
	}
	opened, err := t.openShared(ctx, s, nil, store.Options{Guest: true, Log: t.log(slog.LevelWarn)})
	return &folder{store: opened, shared: true}, err
}

// lookInto is joinData, but makes nothing by a mistyped name.
func (t *terminal) lookInto(ctx context.Context, s source) (*folder, error) {
	if !s.shared() {
		if _, err := os.Stat(filepath.Join(s.Data, databaseName)); errors.Is(err, fs.ErrNotExist) {
			return nil, t.noData(s.Data)
		}
	}
	return t.joinData(ctx, s)
}

// secret is what seals the keys of open rounds.
func (t *terminal) secret(with sharing) ([]byte, error) {
	secret := []byte(with.Secret)
	if with.SecretFile != "" {
		var err error
		if secret, err = os.ReadFile(with.SecretFile); err != nil {
			return nil, t.fail(err, "Soubor s tajemstvím %s nejde přečíst.", "The file of the secret, %s, cannot be read.", with.SecretFile)
		}
	}
	if len(secret) < store.LeastSecret {
		return nil, t.fail(nil, "K databázi patří tajemství, aspoň %d znaků, stejné pro všechny instance: --secret-file. Vyrobí ho třeba: openssl rand -hex 32",
			"A database needs a secret of at least %d characters, the same for all instances: --secret-file. To make one: openssl rand -hex 32", store.LeastSecret)
	}
	return secret, nil
}

func (t *terminal) openShared(ctx context.Context, s source, secret []byte, opts store.Options) (*store.Store, error) {
	opened, err := store.OpenShared(ctx, s.DatabaseURL, secret, opts)
	switch {
	case err == nil:
		return opened, nil
	case errors.Is(err, store.ErrAddress):
		return nil, t.fail(nil, "Adresa databáze má být jako postgres://dilna:heslo@localhost:5432/dilna.",
			"The address of a database should be like postgres://dilna:password@localhost:5432/dilna.")
	case errors.Is(err, store.ErrSecret):
		return nil, t.fail(nil, "K databázi %s patří jiné tajemství: všechny instance mají stejné.",
			"The database %s has another secret: all instances have the same.", s.database())
	case errors.Is(err, store.ErrNewer):
		return nil, t.fail(err, "Databázi %s převedla novější verze Dílny. Spusťte tu.", "A newer version of Dílna has the database %s. Start that one.", s.database())
	case errors.Is(err, store.ErrOlder):
		return nil, t.fail(err, "Databáze %s je prázdná nebo ji založila starší verze Dílny. Nejdřív tuto verzi spusťte (dilna serve).",
			"The database %s is empty or was made by an older version of Dílna. Start this one first (dilna serve).", s.database())
	}
	return nil, t.fail(err, "Databáze %s nejde otevřít.", "The database %s cannot be opened.", s.database())
}
