/** Longest texts in characters (code points), as the server counts them. */
export const limits = { idea: 2_000, heading: 300, prompt: 1_000, text: 20_000 } as const

/** Most rows that one command adds. */
export const mostTogether = 500

/** Whether a text is longer than it may be. */
export const isOver = (text: string, limit: number): boolean => [...text].length > limit
