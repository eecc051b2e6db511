package exports

import "cmp"

// WorkshopFileSaid says what the workshop file inside printed minutes is, in the
// language of the minutes (empty: where none is said).
func WorkshopFileSaid(language string) string {
	return map[string]string{
		"cs": "Soubor jednání: co tento zápis říká, k ověření a načtení v Dílně",
		"en": "Workshop file: what these minutes say, to be verified and read in by Dílna",
		"sk": "Súbor rokovania: čo táto zápisnica hovorí, na overenie a načítanie v Dílně",
		"de": "Sitzungsdatei: was dieses Protokoll sagt, zum Prüfen und Einlesen in Dílna",
		"uk": "Файл засідання: що каже цей протокол, для перевірки та зчитування у Dílna",
	}[wordsIn(cmp.Or(language, defaultLanguage)).tongue]
}
