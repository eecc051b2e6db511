/** All ways to end a line that people paste: of other systems, and the soft ones of office programs. */
const lineEnd = /\r\n?|[\v\f\u0085\u2028\u2029]/g
/** Control characters but tab and line end, and the overrides and isolates that turn a line around. */
const invisible = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g
/** Half an emoji: with the u flag whole ones do not match. */
const loneSurrogate = /[\ud800-\udfff]/gu
/** What can be seen without another character: spaces, formats, marks set onto letters, fillers and tags cannot. */
const shows = /[^\s\p{Cc}\p{Cf}\p{M}\p{DI}\p{NChar}\u2800\ufffc\u{1d159}]/u

/** The text as the server keeps it (models/tidy.go); empty where nothing shows. */
export function clean(text: string): string {
  const tidy = text.replace(lineEnd, '\n').replace(invisible, ' ').replace(loneSurrogate, '\ufffd')
  return shows.test(tidy) ? tidy.trim() : ''
}

/** How long a text is for people and server: in code points, not in UTF-16 units. */
export function lengthOf(text: string): number {
  return [...text].length
}

/** Most characters of an idea or a cause. */
export const maxIdea = 2_000
