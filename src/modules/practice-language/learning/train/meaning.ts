import { countsForTopic, suffixOf } from '../../engine/model/features.ts'
import { tokensOf } from '../../engine/model/tokens.ts'
import type { Trained } from './train.ts'
import type { Vectors } from './vectors.ts'

/** The vector of one word as the network reads it: its published vector projected, what was learned of it, and its ending. */
export const meaningOf = (word: string, { shape, weights, words }: Trained, vectors: Vectors): Float32Array => {
  const { width, vector } = shape
  const meaning = new Float32Array(width)
  const row = vectors.rows.get(word)
  const learned = words.get(word)
  const suffix = suffixOf(word) * width
  for (let d = 0; d < width; d++) {
    let sum = weights.suffixes[suffix + d] ?? 0
    if (learned !== undefined) sum += weights.words[learned * width + d] ?? 0
    if (row !== undefined) {
      for (let k = 0; k < vector; k++) {
        sum += (vectors.values[row * vector + k] ?? 0) * (weights.projection[k * width + d] ?? 0)
      }
    }
    meaning[d] = sum
  }
  return meaning
}

/** What a text is about: the mean of its longer words, as the model takes it when it reads. */
export const topicsOf = (trained: Trained, vectors: Vectors): ((text: string, into: Float32Array) => void) => {
  const known = new Map<string, Float32Array>()
  const of = (word: string): Float32Array => {
    const had = known.get(word)
    if (had !== undefined) return had
    const meaning = meaningOf(word, trained, vectors)
    known.set(word, meaning)
    return meaning
  }
  return (text, into) => {
    const words = tokensOf(text).filter(({ word }) => countsForTopic(word))
    into.fill(0)
    for (const { word } of words) {
      for (const [d, value] of of(word).entries()) into[d] = (into[d] ?? 0) + value / words.length
    }
  }
}
