import { cellText, type Document, type DocumentBlock } from '#platform/documents/index.ts'
import { findLocations, type LocationKind, type ProtectedKind } from '../locations/index.ts'
import type { Guard } from '../vault/index.ts'

/** A piece of what would leave, and where it stands. */
export type Piece = { readonly part: string; readonly text: string }

/** A protected detail in a document: where, and of what kind. Never the words, never whose. */
export type Stop = { readonly part: string; readonly kind: ProtectedKind }
/** What only looks like a place. */
export type Doubt = { readonly part: string; readonly kind: LocationKind }

/** Everything that a document says, in its order. */
export const piecesOf = ({ title, subtitle, blocks }: Document): Piece[] => {
  let under = title
  return [
    { part: title, text: `${title}\n${subtitle}` },
    ...blocks.flatMap((block) => {
      if (block.kind === 'heading') under = block.text
      return piecesIn(block, under)
    }),
  ]
}

const piecesIn = (block: DocumentBlock, under: string): Piece[] => {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
    case 'note':
      return [{ part: under, text: block.text }]
    case 'list':
      return block.items.map((text, index) => ({ part: `${under}, point ${index + 1}`, text }))
    case 'facts':
      return block.items.map(({ term, text }, index) => ({
        part: `${under}, entry ${index + 1}`,
        text: `${term}\n${text}`,
      }))
    case 'table':
      return block.table.rows.map((row, index) => ({
        part: `${under}, row ${index + 1}`,
        text: row.map(cellText).join('\n'),
      }))
    case 'chart':
      return [{ part: under, text: `${block.chart.headline}\n${block.chart.alt}` }]
  }
}

// Ids and times are made by us, and a long number in one could pass for a telephone's.
const ours = /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{4}-\d{2}-\d{2}T[\d:.]+Z)$/

/** The same of a record as data, by the names of its parts. */
export const piecesOfData = (data: Readonly<Record<string, unknown>>): Piece[] =>
  Object.entries(data).flatMap(([part, value]) =>
    Array.isArray(value)
      ? value.map((each, index) => ({ part: `${part}, entry ${index + 1}`, text: textsIn(each).join('\n') }))
      : [{ part, text: textsIn(value).join('\n') }],
  )

const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return ours.test(value) ? [] : [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

const most = 50
const once = <T extends object>(all: readonly T[]): T[] =>
  [...new Map(all.map((one) => [JSON.stringify(one), one])).values()].slice(0, most)

/**
 * Where a protected detail stands in what would leave. The pieces are looked through as one text, so that a detail that is spread over two of them
 * is found as well.
 */
export const stopsIn = (pieces: readonly Piece[], guard: Guard): Stop[] => {
  const ends: number[] = []
  let length = 0
  for (const { text } of pieces) {
    length += text.length + 1
    ends.push(length)
  }
  const hits = guard.hits(pieces.map(({ text }) => text).join('\n'))
  return once(hits.map(({ start, kind }) => ({ part: pieces[ends.findIndex((end) => start < end)]?.part ?? '', kind })))
}

/** Where something looks like a place or a way to reach somebody, and may be meant. */
export const doubtsIn = (pieces: readonly Piece[]): Doubt[] =>
  once(pieces.flatMap(({ part, text }) => findLocations(text).map(({ kind }) => ({ part, kind }))))
