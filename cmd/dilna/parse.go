package main

import (
	"errors"
	"regexp"
	"strings"

	"github.com/alecthomas/kong"
)

// parse reads the arguments and the environment. Nil without an error: the
// help was asked for and is printed.
func parse(t *terminal, args []string) (*kong.Context, error) {
	var parsed commands
	parser, err := newParser(t, &parsed)
	if err != nil {
		return nil, err
	}
	context, err := parser.Parse(args)
	if errors.Is(err, errHelped) {
		return nil, nil
	}
	if err != nil {
		return nil, t.fail(nil, "%s. Co program umí, vypíše „dilna --help“.", "%s. “dilna --help” lists what the program can do.", t.misread(err))
	}
	return context, nil
}

// errHelped ends parsing once the help is printed: kong itself would exit.
var errHelped = errors.New("help was printed")

func newParser(t *terminal, parsed *commands) (*kong.Kong, error) {
	return kong.New(parsed,
		kong.Name("dilna"),
		kong.DefaultEnvars("DILNA"),
		kong.Vars{"formats": strings.Join(endings(), ",")},
		kong.Writers(t.out, t.err),
		kong.Exit(func(int) {}),
		kong.PostBuild(func(k *kong.Kong) error { return explain(k.Model, t.say) }),
		kong.Help(func(_ kong.HelpOptions, c *kong.Context) error {
			if err := printHelp(t, c); err != nil {
				return err
			}
			return errHelped
		}),
	)
}

// misreadings are what kong says of arguments it cannot read, as we say it.
var misreadings = []struct {
	kong   *regexp.Regexp
	cs, en string
}{
	{regexp.MustCompile(`^unknown flag (\S+), did you mean "?([^"]+)"?\?$`), "Přepínač $1 neznám, možná myslíte $2", "There is no flag $1, perhaps you mean $2"},
	{regexp.MustCompile(`^unknown flag (\S+), did you mean one of (.+)\?$`), "Přepínač $1 neznám, možná myslíte jeden z těchto: $2", "There is no flag $1, perhaps you mean one of these: $2"},
	{regexp.MustCompile(`^unknown flag (\S+)$`), "Přepínač $1 neznám", "There is no flag $1"},
	{regexp.MustCompile(`^unexpected argument (\S+), did you mean "?([^"]+)"?\?$`), "Příkaz $1 neznám, možná myslíte $2", "There is no command $1, perhaps you mean $2"},
	{regexp.MustCompile(`^unexpected argument (\S+)$`), "S argumentem $1 nevím co dělat", "I do not know what to do with $1"},
	{regexp.MustCompile(`^missing flags: (--[^=, ]+).*$`), "Chybí přepínač $1", "The flag $1 is missing"},
	{regexp.MustCompile(`^expected one of (.+)$`), "Chybí, co se má udělat: $1", "Say what to do: $1"},
	{regexp.MustCompile(`^expected "<(.+)>"$`), "Chybí argument $1", "The argument $1 is missing"},
	{regexp.MustCompile(`^(--\S+) must be one of (.+) but got (.+)$`), "$1 má být jedno z $2, ne $3", "$1 should be one of $2, not $3"},
	{regexp.MustCompile(`^(--[^:]+): expected (?:an? )?(?:valid \d+ bit )?u?int(?: value)? but got ("[^"]*").*$`), "$1 má být celé číslo, ne $2", "$1 should be a whole number, not $2"},
	{regexp.MustCompile(`^(--[^:]+): expected duration but got ("[^"]*").*$`), "$1 má být doba jako 30s nebo 2m, ne $2", "$1 should be a time like 30s or 2m, not $2"},
	{regexp.MustCompile(`^(--[^:]+): (?:bool value must be|expected bool).*got ("[^"]*").*$`), "$1 má být true nebo false, ne $2", "$1 should be true or false, not $2"},
}

// misread is what kong could not read, as a person says it.
func (t *terminal) misread(err error) string {
	text := strings.TrimSuffix(oneLine(err), ".")
	for _, m := range misreadings {
		if m.kong.MatchString(text) {
			return m.kong.ReplaceAllString(text, t.say.Say(m.cs, m.en))
		}
	}
	return t.say.Say("Tomu nerozumím (%s)", "I do not understand that (%s)", text)
}
