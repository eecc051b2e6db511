package server

// cheap hashes a password in next to no time.
var cheap = hashed{memory: 8, passes: 1, threads: 1}

// HashCheaply is for tests of anything but hashing: a password as people's are
// hashed takes a tenth of a second of a whole processor.
func HashCheaply(c *Config) { c.hashing = cheap }

// HashAsForPeople undoes HashCheaply.
func HashAsForPeople(c *Config) { c.hashing = hashed{} }
