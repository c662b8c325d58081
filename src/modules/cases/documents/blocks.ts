import type { DocumentBlock } from '#platform/documents/index.ts'

/** Blocks of a document, with a sentence where there is nothing: an empty section is never silent. */
export const heading = (level: 1 | 2 | 3, text: string): DocumentBlock => ({ kind: 'heading', level, text })
export const paragraph = (text: string): DocumentBlock => ({ kind: 'paragraph', text })

export type Fact = { readonly term: string; readonly text: string }

export const facts = (items: readonly Fact[], none: string): DocumentBlock[] =>
  items.length === 0 ? [paragraph(none)] : [{ kind: 'facts', items: [...items] }]

export const list = (items: readonly string[], none: string): DocumentBlock[] =>
  items.length === 0 ? [paragraph(none)] : [{ kind: 'list', items: [...items] }]

/** Parts of a text, one below another, those that say nothing left out. */
export const lines = (...parts: readonly (string | false | null)[]): string =>
  parts.filter((part) => part !== false && part !== null && part !== '').join('\n')

export const orNotRecorded = (text: string): string => (text.trim() === '' ? 'not recorded' : text)
