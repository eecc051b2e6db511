/** A paragraph, bullets that stand together, or a table whose first row is its head. */
export type Block = { paragraph: string } | { bullets: string[] } | { table: string[][] }

type Sort = 'blank' | 'plain' | 'bullet' | 'bars'

/**
 * A running text in its blocks, as the minutes print it: an empty line ends a
 * paragraph, lines that begin with "- " are bullets, lines "| a | b |" a table.
 */
export function paragraphs(text: string): Block[] {
  const blocks: Block[] = []
  let lines: string[] = []
  const all = text.split('\n').map((line) => line.trim())
  all.forEach((line, i) => {
    lines.push(line)
    const next = all[i + 1]
    if (next !== undefined && sortOf(next) === sortOf(line)) return
    const block = blockOf(sortOf(line), lines)
    if (block) blocks.push(block)
    lines = []
  })
  return blocks
}

function sortOf(line: string): Sort {
  if (line === '') return 'blank'
  if (line.startsWith('- ')) return 'bullet'
  return line.length > 1 && line.startsWith('|') && line.endsWith('|') ? 'bars' : 'plain'
}

function blockOf(sort: Sort, lines: string[]): Block | undefined {
  switch (sort) {
    case 'plain':
      return { paragraph: lines.join('\n') }
    case 'bullet':
      return { bullets: lines.map((line) => line.slice(2).trim()) }
    case 'bars': {
      const rows = lines.filter((line) => /[^|\-: \t]/.test(line)).map(cells)
      return rows.length > 0 ? { table: rows } : undefined
    }
    case 'blank':
      return undefined
  }
}

function cells(line: string): string[] {
  return line
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim())
}
