/*
 * A document before it is a file: what it says, not how it looks. A room builds one of these; docx.ts, pdf.ts,
 * xlsx.ts and csv.ts make files of it.
 */

/**
 * One cell. `text` is what is printed; `value` the number behind it, null where there is none. A cell without a number
 * says which kind of nothing it is ('not collected', 'withheld', ...); a bare null prints as 'not available'.
 */
export type Cell = string | number | null | { value: number | null; text: string }

/** `key` names the column for machines (CSV), `heading` for people; figures of numeric columns stand on the right. */
export type DocumentColumn = { key: string; heading: string; numeric: boolean }

/** A table. `number` is '1' or a whole label such as 'Appendix 1'; `base` and `period` say whom and when it counts. */
export type DocumentTable = {
  number: string
  caption: string
  columns: DocumentColumn[]
  /** Each of as many cells as there are columns. */
  rows: Cell[][]
  /** Whether the first cell of each row names the row. */
  rowHeadings: boolean
  notes: string[]
  base: string
  period: string
}

/** Columns by category. `headline` says what the chart shows, `alt` says it in words with its numbers. */
export type DocumentChart = {
  number: string
  caption: string
  headline: string
  categories: string[]
  /** Each of as many values as there are categories; null is missing and is named under the chart. */
  series: { name: string; values: (number | null)[] }[]
  unit: string
  alt: string
}

export type DocumentBlock =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'list'; items: string[] }
  /** What is known of one thing, term by term. Line feeds in a text are kept. */
  | { kind: 'facts'; items: { term: string; text: string }[] }
  /** A warning in a box of its own. */
  | { kind: 'note'; text: string }
  | { kind: 'table'; table: DocumentTable }
  | { kind: 'chart'; chart: DocumentChart }

/**
 * `made` is the day (`2026-03-03`) or the instant of its data (ISO 8601); it dates the file, so equal input gives equal
 * bytes. `footer` stands on every page: whose copy it is, and when it was taken.
 */
export type Document = {
  title: string
  subtitle: string
  language: 'en-GB'
  made: string
  blocks: DocumentBlock[]
  footer?: string
}
