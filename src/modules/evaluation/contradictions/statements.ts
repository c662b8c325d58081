import type { PrintedFigure } from '../report/figures.ts'
import type { Value } from '../report/model.ts'
import { nameOf } from '../report/printed.ts'
import { listed } from '../report/words.ts'
import { agrees } from './compare.ts'
import { columnInWords, type Finding, rowInWords, type Source, valueInWords } from './source.ts'

/** Sentences of the report against the count, against its own tables, and against each other. */
export const findInStatements = (source: Source): Finding[] => {
  const groups = Map.groupBy(
    source.statements.filter(({ row }) => row !== '(heading)'),
    ({ row, column }) => nameOf(row, column),
  )
  return [...groups.values()].flatMap((group) => inGroup(source, group))
}

/** Everything that sentences say about one fact. */
const inGroup = (source: Source, group: readonly PrintedFigure[]): Finding[] => {
  const [first] = group
  if (first === undefined) return []
  const computed = source.fact(first.row, first.column)?.value ?? null
  const cell = source.printed?.cell(first.row, first.column) || null
  if (computed === null && cell === null) return betweenThemselves(source, group)
  return group.flatMap((statement) => {
    const against = [computed, cell].filter((value) => value !== null)
    const wrong = against.some((value) => !agrees(statement.printed, value))
    return wrong ? [againstTheCount(source, statement, computed, cell)] : []
  })
}

const againstTheCount = (source: Source, statement: PrintedFigure, computed: Value, cell: string | null): Finding => {
  const { place, row, column, printed } = statement
  const others = [
    ...(cell === null ? [] : [`${source.printed?.place} prints ${cell}`]),
    ...(computed === null ? [] : [`the records give ${valueInWords(computed)}`]),
  ]
  const what = `${rowInWords(row)}, ${columnInWords(source.table, column).toLowerCase()}`
  return {
    row,
    column,
    printed,
    computed: computed ?? cell,
    kind: 'statement',
    says: `${what}: ${place} says ${printed}; ${listed(others)}.`,
  }
}

const betweenThemselves = (source: Source, group: readonly PrintedFigure[]): Finding[] => {
  const [first] = group
  if (first === undefined || group.every(({ printed }) => agrees(printed, first.printed))) return []
  const each = group.map(({ place, printed }) => `${place}: ${printed}`)
  const what = `${rowInWords(first.row)}, ${columnInWords(source.table, first.column)}`
  return [
    {
      row: first.row,
      column: first.column,
      printed: each.join('; '),
      computed: null,
      kind: 'statements disagree',
      says: `${what}: the report says different things in different places (${each.join('; ')}), and the records hold nothing to count it from.`,
    },
  ]
}

/** Single digits that are printed with a nought before them, as if they had two. */
export const findPadding = (source: Source): Finding[] =>
  [...(source.printed?.cells ?? []), ...source.statements]
    .filter(({ printed }) => /^0\d+(\.\d+)?$/.test(printed))
    .map(({ place, row, column, printed }) => ({
      row,
      column,
      printed,
      computed: Number(printed),
      kind: 'padded',
      says: `${rowInWords(row)}, ${columnInWords(source.table, column)}: ${place} prints ${printed}; read ${Number(printed)}.`,
    }))
