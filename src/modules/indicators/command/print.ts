import { toCsv } from '#platform/documents/csv.ts'
import type { Cell } from '#platform/documents/model.ts'
import { whyWords } from '../definition/coverage.ts'
import type { Figure, Figures } from '../definition/figures-shape.ts'
import { meanings } from '../definition/meaning.ts'
import { furtherMeasures, measures, type QuarterFigures } from '../definition/measure.ts'
import type { Fault } from '../readers/fault.ts'

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const byName = <T>(record: Readonly<Record<string, T>>): [string, T][] =>
  Object.entries(record).sort(([a], [b]) => compare(a, b))

/** The fifteen measures of v1 by quarter, in the order of their names; quarters and measures without an event are left out. */
export const asJson = (figures: QuarterFigures): string => {
  const isPrinted = (name: string): boolean => measures.some((measure) => measure === name)
  const quarters = byName(figures).flatMap(([quarter, counts]) => {
    const own = byName(counts ?? {}).filter(([name]) => isPrinted(name))
    return own.length === 0 ? [] : [[quarter, Object.fromEntries(own)]]
  })
  return `${JSON.stringify(Object.fromEntries(quarters), null, 1)}\n`
}

type Row = {
  readonly period: string
  readonly ends: string
  readonly name: keyof typeof meanings
  readonly figure: Figure
}

const rowsOf = ({ quarters, years }: Figures): Row[] =>
  [
    ...quarters.map(({ quarter, measures: own }) => ({ period: 'quarter', ends: quarter, own })),
    ...years.map(({ endsWith, measures: own }) => ({ period: 'twelve months', ends: endsWith, own })),
  ].flatMap(({ period, ends, own }) =>
    [...measures, ...furtherMeasures].map((name) => ({ period, ends, name, figure: own[name] })),
  )

/** As a table of text: the keys of its columns, then its rows; no cell of it is taken for a formula. */
const csv = (keys: readonly string[], rows: Cell[][]): string => {
  const columns = keys.map((key) => ({ key, heading: key, numeric: false }))
  return toCsv({ number: '1', caption: '', columns, rows, rowHeadings: false, notes: [], base: '', period: '' })
}

const numberOr = (value: number | null, words: string): string => (value === null ? words : String(value))

const cells = (figure: Figure): Cell[] => {
  if (figure.status === 'not-computable') {
    const none = 'not computable'
    return [none, none, none, none, none, none, whyWords(figure.why)]
  }
  const { events, children, unknown, base, mature, matureFrom } = figure
  return [
    'counted',
    String(events),
    String(children),
    numberOr(unknown, 'nothing can be unknown'),
    numberOr(base, 'no base'),
    mature ? 'mature' : `mature from ${matureFrom}`,
    'computed',
  ]
}

/** Every measure of every quarter and twelve months as a table. */
export const asCsv = (figures: Figures): string =>
  csv(
    ['period', 'ends_with', 'measure', 'status', 'events', 'children', 'unknown', 'base', 'maturity', 'why'],
    rowsOf(figures).map(({ period, ends, name, figure }) => [period, ends, name, ...cells(figure)]),
  )

const said = (figure: Figure): string => {
  if (figure.status === 'not-computable') return `not computable. ${whyWords(figure.why)}`
  const { events, children, unknown, base, mature, matureFrom } = figure
  const parts = [
    `${events}${base === null ? '' : ` of ${base}`}`,
    `${children} ${children === 1 ? 'child' : 'children'}`,
    ...(unknown === null ? [] : [`${unknown} unknown`]),
    ...(mature ? [] : [`not yet complete: until ${matureFrom} more may come`]),
  ]
  return parts.join(', ')
}

/** The same for people. */
export const asText = (figures: Figures): string => {
  const groups = Map.groupBy(rowsOf(figures), ({ period, ends }) =>
    period === 'quarter' ? `Quarter ${ends}` : `Twelve months that end with ${ends}`,
  )
  const blocks = [...groups].map(([title, rows]) =>
    [title, ...rows.map(({ name, figure }) => `  ${meanings[name].name}: ${said(figure)}`), ''].join('\n'),
  )
  return blocks.length === 0 ? 'The files cover no day, so that there is nothing to show.\n' : `${blocks.join('\n')}\n`
}

/** Faults as a table: where, what, and what to do. */
export const faultsAsCsv = (faults: readonly Fault[]): string =>
  csv(
    ['file', 'line', 'child', 'field', 'rule', 'severity', 'said'],
    faults.map(({ file, line, record, field, rule, severity, said: what }) => [
      file,
      line === null ? 'whole file' : String(line),
      record == null ? 'no child' : String(record),
      field ?? 'no field',
      rule,
      severity,
      what,
    ]),
  )
