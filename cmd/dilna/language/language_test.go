package language

import "testing"

func TestTheFirstVariableThatSaysAnythingDecidesTheLanguage(t *testing.T) {
	tests := []struct {
		name string
		env  map[string]string
		want Language
	}{
		{"nothing set", nil, English},
		{"a Czech desktop", map[string]string{"LANG": "cs_CZ.UTF-8"}, Czech},
		{"LC_ALL wins over LANG", map[string]string{"LANG": "cs_CZ.UTF-8", "LC_ALL": "en_GB.UTF-8"}, English},
		{"the C locale", map[string]string{"LANG": "C.UTF-8"}, English},
		{"messages alone in Czech", map[string]string{"LANG": "de_DE", "LC_MESSAGES": "cs"}, Czech},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := FromEnvironment(func(name string) string { return test.env[name] })
			if got != test.want {
				t.Errorf("speaks %s, want %s", got.Tag(), test.want.Tag())
			}
		})
	}
}

func TestCzechCountsHaveThreeForms(t *testing.T) {
	for n, want := range map[int]string{0: "0 hlasů", 1: "1 hlas", 2: "2 hlasy", 4: "4 hlasy", 5: "5 hlasů", 22: "22 hlasů"} {
		if got := Czech.Count(n, "hlas|hlasy|hlasů", "dot|dots"); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	for n, want := range map[int]string{0: "0 dots", 1: "1 dot", 2: "2 dots"} {
		if got := English.Count(n, "hlas|hlasy|hlasů", "dot|dots"); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
