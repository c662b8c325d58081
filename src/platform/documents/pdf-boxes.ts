/*
 * A typeface in which every sign is an empty box, each with a number of its own. It stands last in line: what no other
 * typeface can draw is a box to the eye and itself to whoever copies it or has it read out. Without it the file would be
 * refused (PDF/UA-1 takes no sign without a shape), or the text lost.
 * Layout of the tables: OpenType specification 1.9, https://learn.microsoft.com/typography/opentype/spec/
 */

type Range = readonly [first: number, last: number]

// A typeface holds at most 65,535 shapes, so the signs of Unicode need several.
const ranges: readonly (readonly Range[])[] = [
  [
    [0x20, 0xd7ff],
    [0xe000, 0xfffd],
  ],
  [[0x10000, 0x1fbff]],
  [[0x20000, 0x2fa1f]],
  [
    [0x30000, 0x323af],
    [0xe0000, 0xe01ef],
    [0x1fc00, 0x1fffd],
    [0x2fa20, 0x2fffd],
  ],
]

/** How the PDF names these typefaces, each with its place behind: how one sees that a file has boxes. */
export const boxesName = 'ThroughlineBoxes'

/** Names of the families, in the order in which they are asked. */
export const boxFamilies: readonly string[] = ranges.map((_, index) => `${boxesName}${index}`)

/** The typefaces as TrueType files. */
export const boxFonts = (): Buffer[] => ranges.map((signs, index) => fontOf(boxFamilies[index] ?? boxesName, signs))

// Sizes in thousandths of the type's height.
const advance = 600
const bounds = [60, 0, 540, 700] as const

const words = (...values: readonly number[]): Buffer => {
  const buffer = Buffer.alloc(values.length * 2)
  for (const [index, value] of values.entries()) buffer.writeUInt16BE(value & 0xffff, index * 2)
  return buffer
}
const longs = (...values: readonly number[]): Buffer => {
  const buffer = Buffer.alloc(values.length * 4)
  for (const [index, value] of values.entries()) buffer.writeUInt32BE(value >>> 0, index * 4)
  return buffer
}
const padded = (buffer: Buffer): Buffer => Buffer.concat([buffer, Buffer.alloc((4 - (buffer.length % 4)) % 4)])

const fontOf = (family: string, signs: readonly Range[]): Buffer => {
  // Shape 0 is what every typeface keeps for "none"; shape 1 is drawn; all others are shape 1 again.
  const shapes = 2 + signs.reduce((sum, [first, last]) => sum + last - first + 1, 0)
  const { glyf, loca } = outlines(shapes)
  return assembled({
    'OS/2': os2(),
    cmap: cmap(signs),
    glyf,
    head: Buffer.concat([
      longs(0x10000, 0x10000, 0, 0x5f0f3cf5),
      words(3, 1000),
      Buffer.alloc(16),
      words(...bounds, 0, 8, 2, 1, 0),
    ]),
    hhea: Buffer.concat([longs(0x10000), words(800, -200, 0, advance, 60, 60, 540, 1, 0, 0, 0, 0, 0, 0, 0, 1)]),
    hmtx: Buffer.concat([words(advance, 60), Buffer.alloc((shapes - 1) * 2)]),
    loca,
    maxp: Buffer.concat([longs(0x10000), words(shapes, 8, 2, 8, 2, 2, 0, 0, 0, 0, 0, 0, 1, 1)]),
    name: names(family),
    post: Buffer.concat([longs(0x30000), Buffer.alloc(28)]),
  })
}

const outlines = (shapes: number): { glyf: Buffer; loca: Buffer } => {
  const box = padded(
    Buffer.concat([
      words(2, ...bounds, 3, 7, 0),
      Buffer.alloc(8, 1),
      words(60, 480, 0, -480, 50, 0, 380, 0),
      words(0, 0, 700, 0, -650, 600, 0, -600),
    ]),
  )
  const again = Buffer.concat([words(-1, ...bounds, 0x0002, 1), Buffer.alloc(2)])
  const copies = Buffer.alloc((shapes - 2) * again.length, again)
  const loca = Buffer.alloc((shapes + 1) * 4)
  for (let shape = 2; shape <= shapes; shape++) loca.writeUInt32BE(box.length + (shape - 2) * again.length, shape * 4)
  return { glyf: Buffer.concat([box, copies]), loca }
}

const cmap = (signs: readonly Range[]): Buffer => {
  let shape = 2
  const groups = signs
    .toSorted(([a], [b]) => a - b)
    .map(([first, last]) => {
      const group = longs(first, last, shape)
      shape += last - first + 1
      return group
    })
  const table = Buffer.concat([words(12, 0), longs(16 + groups.length * 12, 0, groups.length), ...groups])
  return Buffer.concat([words(0, 1, 3, 10), longs(12), table])
}

const os2 = (): Buffer => {
  const table = Buffer.alloc(96)
  const fields = { 0: 4, 2: advance, 4: 400, 6: 5, 62: 0x40, 68: 800, 70: -200, 74: 800, 76: 200, 86: 500, 88: 700 }
  for (const [offset, value] of Object.entries(fields)) words(value).copy(table, Number(offset))
  return table
}

const names = (family: string): Buffer => {
  const texts = [family, 'Regular', family, family].map((text) => Buffer.from(text, 'utf16le').swap16())
  let offset = 0
  const records = texts.map((text, index) => {
    const record = words(3, 1, 0x409, [1, 2, 4, 6][index] ?? 1, text.length, offset)
    offset += text.length
    return record
  })
  return Buffer.concat([words(0, texts.length, 6 + 12 * texts.length), ...records, ...texts])
}

/** The tables behind their directory. Keys stand in the order of their bytes, as the format wants it. */
const assembled = (tables: Record<string, Buffer>): Buffer => {
  const entries = Object.entries(tables).map(([tag, table]) => ({ tag, table: padded(table), length: table.length }))
  let offset = 12 + 16 * entries.length
  const directory = entries.map(({ tag, table, length }) => {
    const entry = Buffer.concat([Buffer.from(tag), longs(checksum(table), offset, length)])
    offset += table.length
    return entry
  })
  const head = Buffer.concat([longs(0x10000), words(entries.length, 128, 3, entries.length * 16 - 128)])
  return Buffer.concat([head, ...directory, ...entries.map(({ table }) => table)])
}

const checksum = (table: Buffer): number => {
  let sum = 0
  for (let offset = 0; offset < table.length; offset += 4) sum = (sum + table.readUInt32BE(offset)) >>> 0
  return sum
}
