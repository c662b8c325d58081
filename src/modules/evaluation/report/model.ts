import type { Cell, DocumentChart, DocumentColumn } from '#platform/documents/index.ts'
import type { Partnership, Term } from './figures.ts'

export type Value = string | number | null

/** A row under the column names of the published file. */
export type Row = Readonly<Record<string, Value>>

/** A computed value that a printed one can be held against. `share`: a proportion from 0 to 1. */
export type Fact = {
  readonly row: string
  readonly column: string
  readonly value: Value
  readonly share?: true
}

/** What a figure counts, for whoever opens it. */
export type Definition = {
  readonly counts: string
  readonly numerator?: string
  readonly denominator?: string
  readonly source: string
  readonly when: string
  /** Who is in it and who is missing. */
  readonly coverage: string
}

/** A table as people read it: cells with what they print and the number behind. */
export type Shown = {
  readonly caption: string
  readonly columns: readonly DocumentColumn[]
  readonly rows: readonly (readonly Cell[])[]
}

/**
 * One numbered table or figure. `rows` are those of the published file, for machines; `shown` is the same for people, with what was
 * derived (rates, shares, intervals) beside the counts; `facts` are computed values under names that the printed report uses.
 */
export type ReportTable = {
  /** As in its URL: `table-6`. */
  readonly id: string
  readonly number: string
  readonly title: string
  readonly file: string
  readonly key: readonly string[]
  readonly columns: readonly string[]
  /** What a column is called for people, where the name of the file's column is not enough. */
  readonly headings: Readonly<Record<string, string>>
  /** Columns that only the printed report has; nothing is computed for them under this name. */
  readonly printedOnly: readonly string[]
  readonly rows: readonly Row[]
  readonly base: string
  readonly period: string
  readonly notes: readonly string[]
  readonly definition: Definition
  readonly derived: { readonly columns: readonly string[]; readonly rows: readonly Row[] } | null
  readonly facts: readonly Fact[]
  readonly shown: readonly Shown[]
  readonly chart: DocumentChart | null
}

/** What kind of disagreement it is. */
export type Kind =
  | 'differs'
  | 'decimal slip'
  | 'truncated'
  | 'unit'
  | 'padded'
  | 'not recorded'
  | 'does not add up'
  | 'not accounted for'
  | 'statement'
  | 'statements disagree'
  | 'months differ'
  | 'not the same people'

/** A place where the printed report disagrees with its own numbers. `says`: one plain sentence. */
export type Contradiction = {
  readonly table: string
  readonly row: string
  readonly column: string
  readonly printed: string
  readonly computed: Value
  readonly kind: Kind
  readonly says: string
}

export type Report = {
  readonly partnership: Partnership
  readonly term: Term
  /** The authorities that were members in this term, by name. */
  readonly boroughs: readonly string[]
  readonly tables: readonly ReportTable[]
  readonly printed: { readonly title: string; readonly citation: string } | null
  readonly contradictions: readonly Contradiction[]
}
