import { type Header, magic } from '../../engine/model/unpack.ts'
import { groupPieces } from './book.ts'
import { meaningOf } from './meaning.ts'
import type { Name } from './shape.ts'
import type { Trained } from './train.ts'
import type { Vectors } from './vectors.ts'

/** Words are cut into this many pieces of equal length. */
export const parts = 8

type Section = { readonly name: string; readonly bytes: Uint8Array; readonly scale: number }

const toBytes = (name: string, values: Float32Array): Section => {
  const most = values.reduce((top, value) => Math.max(top, Math.abs(value)), 1e-9)
  const scale = most / 127
  return { name, scale, bytes: new Uint8Array(Int8Array.from(values, (value) => Math.round(value / scale)).buffer) }
}

/** Words in order of the alphabet; each line says first how many letters are those of the line before. */
const frontCode = (words: readonly string[]): Uint8Array => {
  let before = ''
  const lines = words.map((word) => {
    let same = 0
    while (same < Math.min(word.length, before.length, 90) && word[same] === before[same]) same++
    before = word
    return String.fromCharCode(32 + same) + word.slice(same)
  })
  return new TextEncoder().encode(lines.join('\n'))
}

const wordSections = (chosen: readonly string[], trained: Trained, vectors: Vectors): readonly Section[] => {
  const size = trained.shape.width / parts
  const all = chosen.map((word) => meaningOf(word, trained, vectors))
  const weight = Float32Array.from(chosen, (word) => (trained.words.has(word) ? 4 : 1))
  const codes = new Uint8Array(chosen.length * parts)
  const book = new Float32Array(256 * trained.shape.width)
  for (let part = 0; part < parts; part++) {
    const values = new Float32Array(chosen.length * size)
    for (const [row, meaning] of all.entries()) values.set(meaning.subarray(part * size, (part + 1) * size), row * size)
    const made = groupPieces(values, size, weight)
    book.set(made.centres, part * 256 * size)
    for (const [row, code] of made.codes.entries()) codes[row * parts + part] = code
  }
  return [
    { name: 'words', bytes: frontCode(chosen), scale: 1 },
    { name: 'codes', bytes: codes, scale: 1 },
    toBytes('book', book),
  ]
}

const names: readonly Name[] = [
  ...(['suffixes', 'roles', 'window', 'windowBias', 'sentence', 'document', 'flags'] as const),
  ...(['out', 'outBias', 'whole', 'wholeBias'] as const),
]

/** The words that go with the model: all that were learned, and as many ordinary ones as there is room for. */
const choose = (trained: Trained, vectors: Vectors, most: number): readonly string[] => {
  const chosen = new Set(trained.words.keys())
  for (const word of vectors.rows.keys()) if (chosen.size < most) chosen.add(word)
  return [...chosen].filter((word) => !/[\n\r]/.test(word)).sort()
}

/** The bytes that the engine reads, with no more than `most` words. */
export const pack = (
  trained: Trained,
  vectors: Vectors,
  given: { readonly most: number; readonly thresholds: readonly number[]; readonly madeFrom: string },
): Uint8Array => {
  const { width, reach, hidden } = trained.shape
  const chosen = choose(trained, vectors, given.most)
  const sections = [
    ...wordSections(chosen, trained, vectors),
    ...names.map((name) => toBytes(name, trained.weights[name])),
  ]
  const header: Header = {
    ...{ width, reach, hidden, words: chosen.length, parts, thresholds: given.thresholds, madeFrom: given.madeFrom },
    sections: sections.map(({ name, bytes, scale }) => ({ name, bytes: bytes.length, scale })),
  }
  const head = new TextEncoder().encode(JSON.stringify(header))
  const start = new Uint8Array(8)
  start.set(new TextEncoder().encode(magic))
  new DataView(start.buffer).setUint32(4, head.length, true)
  return Buffer.concat([start, head, ...sections.map(({ bytes }) => bytes)])
}
