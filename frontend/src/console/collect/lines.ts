/** What people paste from a document or a message, one idea a line: bullets and
 * numbering in front are dropped, empty lines too. A number or an "o" that is part of
 * the idea ("14 lidí", "o víkendu") stays; Word writes its bullet o with a tab. */
export function ideaLines(pasted: string): string[] {
  return pasted
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(/^\s*(?:(?:[-–—•▪◦*·]|o(?=\t))\s+|\d{1,3}[.)]\s+)?/u, '').trim())
    .filter((line) => line !== '')
}
