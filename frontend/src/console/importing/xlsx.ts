/** The first sheet of an XLSX file as rows of cells: a ZIP of XML, read as far as texts and numbers go. Neither a
 * library nor the browser's parser is used: trusted types allow none. */
export async function sheetOf(file: ArrayBuffer): Promise<string[][]> {
  const parts = partsOf(new DataView(file))
  const texts = [...elements(await read(file, parts.get('xl/sharedStrings.xml')), 'si')].map(({ inner }) =>
    written(inner),
  )
  const sheet = [...parts.keys()].filter((name) => /^xl\/worksheets\/[^/]+\.xml$/.test(name)).sort(byNumber)[0]
  if (!sheet) throw new Error('there is no sheet')
  const rows: string[][] = []
  for (const row of elements(await read(file, parts.get(sheet)), 'row')) {
    const cells: string[] = []
    for (const cell of elements(row.inner, 'c')) {
      const at = columnOf(/\br="([A-Z]+)/.exec(cell.attributes)?.[1]) ?? cells.length
      cells[at] = valueOf(cell, texts)
    }
    rows.push(Array.from(cells, (cell = '') => cell.trim()))
  }
  return rows.filter((row) => row.some((one) => one !== ''))
}

interface Part {
  at: number
  size: number
  packed: boolean
}

const byNumber = (a: string, b: string) => a.localeCompare(b, 'en', { numeric: true })

/** What is in the ZIP, by the directory at its end. */
function partsOf(zip: DataView): Map<string, Part> {
  const parts = new Map<string, Part>()
  let end = zip.byteLength - 22
  while (end >= 0 && zip.getUint32(end, true) !== 0x06054b50) end--
  if (end < 0) throw new Error('this is no ZIP')
  let at = zip.getUint32(end + 16, true)
  for (let left = zip.getUint16(end + 10, true); left > 0; left--) {
    const nameLength = zip.getUint16(at + 28, true)
    const name = new TextDecoder().decode(new Uint8Array(zip.buffer, at + 46, nameLength))
    const local = zip.getUint32(at + 42, true)
    const begin = local + 30 + zip.getUint16(local + 26, true) + zip.getUint16(local + 28, true)
    parts.set(name, { at: begin, size: zip.getUint32(at + 20, true), packed: zip.getUint16(at + 10, true) !== 0 })
    at += 46 + nameLength + zip.getUint16(at + 30, true) + zip.getUint16(at + 32, true)
  }
  return parts
}

async function read(file: ArrayBuffer, part: Part | undefined): Promise<string> {
  if (!part) return ''
  const bytes = new Blob([file.slice(part.at, part.at + part.size)])
  const stream = part.packed ? bytes.stream().pipeThrough(new DecompressionStream('deflate-raw')) : bytes.stream()
  return new Response(stream).text()
}

interface Element {
  attributes: string
  inner: string
}

/** Elements of a name that hold none of their own kind; empty ones, too. */
function* elements(xml: string, name: string): Generator<Element> {
  const found = new RegExp(`<(?:\\w+:)?${name}(\\s[^>]*?)?(?:/>|>([\\s\\S]*?)</(?:\\w+:)?${name}>)`, 'g')
  for (const [, attributes = '', inner = ''] of xml.matchAll(found)) yield { attributes, inner }
}

/** The text of a cell or a shared string; how it is read aloud in Japanese is none of it. */
function written(xml: string): string {
  const plain = xml.replace(/<(?:\w+:)?rPh\b[\s\S]*?<\/(?:\w+:)?rPh>/g, '')
  return [...elements(plain, 't')].map(({ inner }) => unescaped(inner)).join('')
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const unescaped = (text: string) =>
  text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (all, hex?: string, decimal?: string, name?: string) => {
    if (name) return entities[name] ?? all
    return String.fromCodePoint(hex ? parseInt(hex, 16) : Number(decimal))
  })

function valueOf({ attributes, inner }: Element, texts: string[]): string {
  const kind = /\bt="(\w+)"/.exec(attributes)?.[1]
  if (kind === 'inlineStr') return written(inner)
  const value = unescaped([...elements(inner, 'v')][0]?.inner ?? '')
  return kind === 's' ? (texts[Number(value)] ?? '') : value
}

/** "AB" as a number of a column, from 0. */
function columnOf(letters: string | undefined): number | undefined {
  if (!letters) return undefined
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}
