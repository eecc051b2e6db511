//go:build race

package pdf

// underRace is how much longer than else a test may take.
const underRace = 5
