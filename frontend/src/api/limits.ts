/** Longest texts in characters (code points), as the server counts them. */
export const limits = { idea: 2_000, heading: 300, prompt: 1_000, text: 20_000 } as const
