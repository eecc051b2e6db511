const bullet = /^\s*[-–•▪*]\s+/

/** A running text as paragraphs (strings) and bulleted lists (lists of lines). */
export function blocksOf(text: string): (string | string[])[] {
  const blocks: (string | string[])[] = []
  for (const part of text.split(/\n\s*\n/)) {
    for (const line of part.split('\n').filter((line) => line.trim() !== '')) {
      const last = blocks[blocks.length - 1]
      if (!bullet.test(line)) blocks.push(line.trim())
      else if (Array.isArray(last)) last.push(line.replace(bullet, '').trim())
      else blocks.push([line.replace(bullet, '').trim()])
    }
  }
  return blocks
}
