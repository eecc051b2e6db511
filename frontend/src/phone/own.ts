/** What somebody wrote in one step, and how she voted there. */
export interface OwnStep {
  heading: string
  texts: string[]
  /** A round each: what says which, and a line for each thing she gave something. */
  votes: { title: string; lines: string[] }[]
}

const listed = (lines: string[]) => lines.map((line) => `- ${line}`)

/** All of it as a plain text: a heading, and a line for each thing. */
export function ownWords(steps: OwnStep[]): string {
  const told = steps.map(({ heading, texts, votes }) =>
    [heading, ...listed(texts), ...votes.flatMap(({ title, lines }) => [title, ...listed(lines)])].join('\n'),
  )
  return told.join('\n\n') + '\n'
}
