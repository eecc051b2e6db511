/** The names in what was typed or pasted: commas, semicolons and lines part them; none stands twice. */
export function namesIn(typed: string): string[] {
  const names = typed.split(/[,;\n]/).map((name) => name.trim())
  return [...new Set(names)].filter((name) => name !== '')
}
