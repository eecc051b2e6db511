import { deflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { cellsOf, incoming, longest, textOf } from './cells'
import { sheetOf } from './xlsx'

test('what was copied from a spreadsheet falls into its cells', () => {
  expect(cellsOf('Podnět\tOkruh\r\nAutobus, večer\tDOPRAVA\r\n\r\n')).toEqual([
    ['Podnět', 'Okruh'],
    ['Autobus, večer', 'DOPRAVA'],
  ])
  expect(cellsOf('"dva\nřádky";"a ""uvozovky"""\nb;c')).toEqual([
    ['dva\nřádky', 'a "uvozovky"'],
    ['b', 'c'],
  ])
  expect(cellsOf('text,okruh\n"a, b",DOPRAVA')).toEqual([
    ['text', 'okruh'],
    ['a, b', 'DOPRAVA'],
  ])
  expect(cellsOf('Autobus, večer\nVlak'), 'a comma of a sentence').toEqual([['Autobus, večer'], ['Vlak']])
  expect(cellsOf('jediný sloupec\ndruhý řádek')).toEqual([['jediný sloupec'], ['druhý řádek']])
})

test('the letters of old spreadsheets are read', () => {
  expect(textOf(new TextEncoder().encode('žluťoučký'))).toBe('žluťoučký')
  expect(textOf(new Uint8Array([0x9e, 0xe8, 0xf8]))).toBe('žčř')
})

test('columns become ideas and their topics', () => {
  const rows = [
    ['č.', 'Podnět', 'Okruh'],
    ['1', 'Autobus večer', 'DOPRAVA'],
    ['2', '', 'DOPRAVA'],
    ['3', 'Lékař'],
  ]
  expect(longest(rows)).toBe(1)
  expect(incoming(rows, 1, 2, true)).toEqual([
    { text: 'Autobus večer', topic: 'DOPRAVA' },
    { text: 'Lékař', topic: '' },
  ])
  expect(incoming(rows, 1, -1, false).map(({ text }) => text)).toEqual(['Podnět', 'Autobus večer', 'Lékař'])
})

/** A ZIP of packed parts, as office programs write them. */
function zipOf(parts: Record<string, string>): ArrayBuffer {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [name, text] of Object.entries(parts)) {
    const packed = deflateRawSync(text)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(name.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(8, 10)
    entry.writeUInt32LE(packed.length, 20)
    entry.writeUInt16LE(name.length, 28)
    entry.writeUInt32LE(at, 42)
    files.push(local, Buffer.from(name), packed)
    directory.push(entry, Buffer.from(name))
    at += 30 + name.length + packed.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(directory.length / 2, 10)
  end.writeUInt32LE(at, 16)
  const all = Buffer.concat([...files, ...directory, end])
  return all.buffer.slice(all.byteOffset, all.byteOffset + all.length) as ArrayBuffer
}

test('the first sheet of an XLSX file falls into its cells', async () => {
  const file = zipOf({
    'xl/sharedStrings.xml':
      '<sst><si><t>Podnět</t></si><si><r><t xml:space="preserve">Auto</t></r><r><t>bus &amp; vlak</t></r></si></sst>',
    'xl/worksheets/sheet10.xml': '<worksheet><sheetData><row><c><v>10</v></c></row></sheetData></worksheet>',
    'xl/worksheets/sheet1.xml':
      '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>Okruh</t></is></c></row>' +
      '<row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2"/><c r="C2"><v>7</v></c></row><row r="3"/></sheetData></worksheet>',
  })
  expect(await sheetOf(file)).toEqual([
    ['Podnět', '', 'Okruh'],
    ['Autobus & vlak', '', '7'],
  ])
  await expect(
    sheetOf(new TextEncoder().encode('žádný ZIP a dost dlouhý text').buffer as ArrayBuffer),
  ).rejects.toThrow()
})
