/** What somebody wrote in one step. */
export interface Written {
  heading: string
  texts: string[]
}

/** All of it as a plain text: a heading, and a line for each thing. */
export function ownWords(written: Written[]): string {
  return (
    written.map(({ heading, texts }) => [heading, ...texts.map((text) => `- ${text}`)].join('\n')).join('\n\n') +
    '\n'
  )
}
