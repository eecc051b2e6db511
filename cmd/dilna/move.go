package main

import (
	"context"
	"errors"
	"log/slog"
	"strings"

	"dilna/models/store"
)

// moveCommand is what `dilna move` is told; help.go says what it means.
type moveCommand struct {
	From      string `required:"" placeholder:"PLACE"`
	To        string `required:"" placeholder:"PLACE"`
	Interrupt bool
	sharing
}

// sourceAt is where --from or --to is: a folder, or the address of a database.
func sourceAt(place string) source {
	if strings.HasPrefix(place, "postgres://") || strings.HasPrefix(place, "postgresql://") {
		return source{DatabaseURL: place}
	}
	return source{Data: place}
}

// Run carries everything over; where it came from stays as it is.
func (c *moveCommand) Run(ctx context.Context, t *terminal) (err error) {
	from, to := sourceAt(c.From), sourceAt(c.To)
	if !from.shared() && !store.HasData(from.Data) {
		return t.noData(from.Data)
	}
	for _, place := range []source{from, to} {
		if err := t.mustBeAlone(ctx, place); err != nil {
			return err
		}
	}
	old, err := t.openToLeave(ctx, from)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, old.close()) }()
	fresh, err := t.takeData(ctx, to, c.sharing, t.log(slog.LevelWarn))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, fresh.close()) }()
	done, err := store.Carry(ctx, old.store, fresh.store, c.Interrupt)
	switch {
	case errors.Is(err, store.ErrHolds):
		return t.fail(nil, "Jednání nebo účty už %s jsou. Přesouvat se dá jen tam, kde žádné nejsou.",
			"There are workshops or accounts %s already. Moving is only possible to where there are none.", to.inside(t.say))
	case errors.Is(err, store.ErrRoundsOpen):
		return t.fail(nil, "Zrovna se hlasuje. Nejdřív kola uzavřete, nebo přidejte --interrupt: uzavřou se přesunem a zápis řekne, že byla přerušena.",
			"People are voting. Close the rounds first, or add --interrupt: moving closes them, and the minutes say that they were interrupted.")
	case err != nil && ctx.Err() == nil:
		return t.fail(err, "Data se nepřesunula, všechno zůstalo, kde bylo.", "The data was not moved: everything is where it was.")
	case err != nil:
		return err
	}
	t.print("Přesunuto a porovnáno: jednání %d, řádků celkem %d. Teď jsou %s.", "Moved and compared: %d workshops, %d rows in all. They are %s now.",
		done.Workshops, done.Rows, to.inside(t.say))
	if done.Closed > 0 {
		t.print("Kola hlasování přerušená přesunem, teď uzavřená: %d.", "Rounds that moving interrupted, now closed: %d.", done.Closed)
	}
	t.print("Původní data zůstala %s. Dílnu nad nimi už nespouštějte: co by v ní kdo napsal, by se rozešlo.",
		"The data stays %s, too. Start Dílna there no more: what people wrote there would go apart.", from.inside(t.say))
	return nil
}

// openToLeave opens what is only read; a database needs no secret for that.
func (t *terminal) openToLeave(ctx context.Context, s source) (*folder, error) {
	if s.shared() {
		return t.joinData(ctx, s)
	}
	return t.take(ctx, s.Data, t.log(slog.LevelWarn))
}

// mustBeAlone refuses a database that an instance, or anybody else, has open. A
// folder is refused by its lock.
func (t *terminal) mustBeAlone(ctx context.Context, s source) error {
	if !s.shared() {
		return nil
	}
	others, err := store.OpenElsewhere(ctx, s.DatabaseURL)
	if errors.Is(err, store.ErrAddress) {
		return t.fail(nil, "Adresa databáze má být jako postgres://dilna:heslo@localhost:5432/dilna.",
			"The address of a database should be like postgres://dilna:password@localhost:5432/dilna.")
	}
	if err != nil {
		return t.fail(err, "Databáze %s nejde otevřít.", "The database %s cannot be opened.", s.database())
	}
	if others > 0 {
		return t.fail(nil, "Databázi %s má ještě někdo otevřenou (spojení: %d). Zastavte všechny instance a odpojte ostatní.",
			"Somebody has the database %s open (connections: %d). Stop all instances and disconnect the others.", s.database(), others)
	}
	return nil
}
