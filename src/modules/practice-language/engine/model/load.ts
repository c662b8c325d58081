import { categories } from '../finding.ts'
import { countsForTopic } from './features.ts'
import { makeReader } from './network.ts'
import { type Span, spansOf } from './spans.ts'
import { tokensOf } from './tokens.ts'
import { unpack } from './unpack.ts'

type Range = { readonly start: number; readonly end: number }

/** What the model needs of a text that has been read. */
export type Sentences = { readonly text: string; readonly sentences: readonly Range[] }

export type LearnedModel = {
  /** Spans whatever their score. */
  find(read: Sentences): readonly Span[]
  /** Whether a span reaches the threshold of its category. */
  isEnough(span: Span): boolean
  /** Digest of the text and settings that it was learned from. */
  readonly madeFrom: string
}

/** A sentence of more tokens is read in pieces: the time stays in proportion to the length of the text. */
const longest = 160

/** The learned model from its bytes. It keeps the words that it has met, so load it once. */
export const loadModel = (bytes: Uint8Array): LearnedModel => {
  const { header, network } = unpack(bytes)
  const reader = makeReader(network)
  const find = ({ text, sentences }: Sentences): readonly Span[] => {
    const read = sentences.map(({ start, end }) => tokensOf(text, start, end))
    const topic = reader.topicOf(read.flatMap((tokens) => tokens.map(({ word }) => word).filter(countsForTopic)))
    const spans: Span[] = []
    for (const tokens of read) {
      for (let from = 0; from < tokens.length; from += longest) {
        const piece = from === 0 && tokens.length <= longest ? tokens : tokens.slice(from, from + longest)
        spans.push(...spansOf(piece, reader.read(piece, topic)))
      }
    }
    return spans
  }
  const isEnough = ({ category, score }: Span) => score >= (header.thresholds[categories.indexOf(category)] ?? 1)
  return { find, isEnough, madeFrom: header.madeFrom }
}
