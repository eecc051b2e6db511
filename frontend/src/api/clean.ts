// Control characters but tab and line end, and the overrides and isolates that
// turn a line around: the server refuses them, people do not see them.
const invisible = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g
/** Half an emoji: with the u flag whole ones do not match. */
const loneSurrogate = /[\ud800-\udfff]/gu

/** The text as it is sent: pasted invisible characters become spaces, outer spaces go. */
export function clean(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(invisible, ' ').replace(loneSurrogate, '\ufffd').trim()
}

/** How long a text is for people and server: in code points, not in UTF-16 units. */
export function lengthOf(text: string): number {
  return [...text].length
}

/** Most characters of an idea or a cause. */
export const maxIdea = 2_000
