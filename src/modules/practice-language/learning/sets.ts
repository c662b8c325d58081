import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Category, categories } from '../engine/finding.ts'
import { sentencesOf } from '../engine/text/sentences.ts'
import { type Labelled, readFolder } from './corpus.ts'

type Range = { readonly start: number; readonly end: number }

/** A labelled text with where its sentences lie: what a measurement is made on. */
export type Measured = Labelled & { readonly sentences: readonly Range[] }

const here = import.meta.dirname

type Line = {
  readonly id: string
  readonly kind?: string
  readonly text?: string
  readonly start?: number
  readonly end?: number
  readonly labels?: readonly { readonly category: string; readonly start: number; readonly end: number }[]
}

const isLine = (value: unknown): value is Line => typeof value === 'object' && value !== null && 'id' in value

const linesOf = (file: string): readonly Line[] =>
  readFileSync(join(here, 'labelled', file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const value: unknown = JSON.parse(line)
      if (!isLine(value)) throw new Error(`${file}: a line without an id`)
      return value
    })

const isCategory = (value: string): value is Category => categories.some((one) => one === value)

const labelsOf = ({ id, labels = [] }: Line) =>
  labels.map(({ category, start, end }) => {
    if (!isCategory(category)) throw new Error(`${id}: ${category} is no category`)
    return { category, start, end }
  })

/** Sentences by themselves: 220 in each of the two files. */
const single = (file: string): readonly Measured[] =>
  linesOf(file).map((line) => {
    const text = line.text ?? ''
    return {
      id: line.id,
      kind: line.kind ?? '',
      text,
      labels: labelsOf(line),
      sentences: [{ start: 0, end: text.length }],
    }
  })

const documents = (): readonly Measured[] => {
  const labels = new Map(linesOf('document-labels.jsonl').map((line) => [line.id, labelsOf(line)]))
  const sentences = Map.groupBy(linesOf('document-sentences.jsonl'), ({ id }) => id)
  return linesOf('documents.jsonl').map(({ id, kind = '', text = '' }) => ({
    ...{ id, kind, text, labels: labels.get(id) ?? [] },
    sentences: (sentences.get(id) ?? []).map(({ start = 0, end = 0 }) => ({ start, end })),
  }))
}

const blind = (folder: string): readonly Measured[] =>
  readFolder(join(here, folder)).map((document) => ({ ...document, sentences: sentencesOf(document.text) }))

/** What is measured on. The shipped model has learned from `documents` and `sentences`, never from `blind`. */
export const sets = {
  'blind-1': () => blind('blind'),
  'blind-2': () => blind('blind-2'),
  documents,
  'sentences-1': () => single('sentences-1.jsonl'),
  'sentences-2': () => single('sentences-2.jsonl'),
} as const satisfies Record<string, () => readonly Measured[]>

export type SetName = keyof typeof sets
