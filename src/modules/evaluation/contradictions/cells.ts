import { round, truncate } from '#platform/statistics/index.ts'
import type { Fact } from '../report/model.ts'
import { canonical, labelOf } from '../report/printed.ts'
import { agrees, compareNumbers, type Difference, readNumber } from './compare.ts'
import { scaleOf, sharesIn } from './shares.ts'
import { columnInWords, type Finding, rowInWords, type Source } from './source.ts'

/** Every printed cell of one of our tables against what the records give, and every printed row that the records do not have. */
export const findInCells = (source: Source): Finding[] => {
  const { table, printed } = source
  if (table === null || printed === null) return []
  const known = new Set(table.rows.map((row) => canonical(labelOf(row, table.key))))
  const lost = printed.rows.filter((row) => !known.has(canonical(row)))
  return [
    ...lost.map((row) => notRecorded(source, row)),
    ...printed.cells.flatMap(({ row, column, printed: text }) => {
      const fact = source.fact(row, column)
      return fact === undefined || lost.includes(row) ? [] : compareCell(source, fact, text)
    }),
  ]
}

const notRecorded = (source: Source, row: string): Finding => {
  const cell = source.printed?.cells.find((one) => one.row === row && one.printed !== '')
  const [column, printed] = [cell?.column ?? '', cell?.printed ?? '']
  const says = `The report prints ${rowInWords(row)}, and the records hold nothing of it.`
  return { row, column, printed, computed: null, kind: 'not recorded', says }
}

const compareCell = (source: Source, fact: Fact, printed: string): Finding[] => {
  const { row, column, value } = fact
  const where = `${rowInWords(row)}, ${columnInWords(source.table, column).toLowerCase()}`
  if (printed === '')
    return value === null
      ? []
      : [
          {
            row,
            column,
            printed,
            computed: value,
            kind: 'differs',
            says: `${where}: the report leaves empty what the records give as ${value}.`,
          },
        ]
  if (value === null)
    return [
      {
        row,
        column,
        printed,
        computed: null,
        kind: 'not recorded',
        says: `${where}: the report prints ${printed}, and the records do not hold it.`,
      },
    ]
  if (typeof value === 'string') return agrees(printed, value) ? [] : [differs(fact, printed, where)]
  const scaled = fact.share ? value * scaleOf(source, column) : value
  const kind = compareNumbers(printed, scaled)
  return kind === null ? [] : [numberDiffers(source, { fact, printed, where, scaled, kind })]
}

const differs = (fact: Fact, printed: string, where: string): Finding => ({
  row: fact.row,
  column: fact.column,
  printed,
  computed: fact.value,
  kind: 'differs',
  says: `${where}: the report prints “${printed}”, the records say “${fact.value}”.`,
})

type Numbers = { fact: Fact; printed: string; where: string; scaled: number; kind: Difference }

const numberDiffers = (source: Source, { fact, printed, where, scaled, kind }: Numbers): Finding => {
  const computed = round(scaled, 4)
  const decimals = readNumber(printed)?.decimals ?? 0
  const says = {
    differs: `${where}: the report prints ${printed}, the records give ${computed}.`,
    'decimal slip': `${where}: the report prints ${printed}, the records give ${computed}, about ten times ${scaled > Number(printed) ? 'as much' : 'less'}: a slip of the decimal point.`,
    truncated: `${where}: ${computed} rounds to ${round(scaled, decimals)}; the printed ${printed} is cut off${roundedBeside(source, fact.column)}.`,
  }[kind]
  return { row: fact.row, column: fact.column, printed, computed, kind, says }
}

/** `, while Redbridge (0.05) in the same column is rounded`: cells that rounding gives and cutting off does not. */
const roundedBeside = (source: Source, column: string): string => {
  const rounded = sharesIn(source, column).filter(({ printed, value }) => {
    const read = readNumber(printed)
    return read && compareNumbers(printed, value) === null && truncate(value, read.decimals) !== read.value
  })
  const names = rounded.map(({ row, printed }) => `${rowInWords(row)} (${printed})`)
  return names.length === 0 ? '' : `, while ${names.join(', ')} in the same column is rounded`
}
