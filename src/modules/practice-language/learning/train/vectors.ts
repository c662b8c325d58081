import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Published word vectors (GloVe, Wikipedia 2014 and Gigaword 5, 100 numbers a word, Public Domain Dedication and License), for the
 * words that the labelled text and ordinary English need. They lend the model its knowledge of which words mean alike.
 */
export type Vectors = {
  readonly size: number
  readonly rows: ReadonlyMap<string, number>
  readonly values: Float32Array
}

const folder = join(import.meta.dirname, '..', 'vectors')
const dimensions = 100
/** Each number is kept in a byte, in steps of a fortieth. */
export const perUnit = 40

export const readVectors = (): Vectors => {
  const words = readFileSync(join(folder, 'words.txt'), 'utf8').trimEnd().split('\n')
  const bytes = readFileSync(join(folder, 'vectors.bin'))
  if (bytes.length !== words.length * dimensions) throw new Error('vectors.bin and words.txt do not belong together')
  const values = Float32Array.from(new Int8Array(bytes), (one) => one / perUnit)
  return { size: dimensions, rows: new Map(words.map((word, row) => [word, row])), values }
}
