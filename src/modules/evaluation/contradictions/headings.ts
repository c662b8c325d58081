import { listed, percent } from '../report/words.ts'
import { readNumber } from './compare.ts'
import { scaleOf } from './shares.ts'
import { columnInWords, type Finding, type Source } from './source.ts'

const perCent = /^(per cent|percent|%)$/i

/** Columns that are headed in per cent and print proportions. */
export const findInHeadings = (source: Source): Finding[] =>
  source.statements.flatMap(({ row, column, printed }) => {
    if (row !== '(heading)' || !perCent.test(printed.trim())) return []
    const shares = (source.printed?.cells ?? []).filter(
      (cell) => cell.column === column && readNumber(cell.printed) && source.fact(cell.row, column)?.share,
    )
    const [example] = shares
    if (example === undefined || scaleOf(source, column) === 100) return []
    return [
      {
        row,
        column,
        printed,
        computed: 'proportion',
        kind: 'unit' as const,
        says: `${columnInWords(source.table, column)}: the heading says per cent, the cells hold proportions (${listed([...new Set(shares.map((cell) => cell.printed))])}): ${example.printed} means ${percent(Number(example.printed))}.`,
      },
    ]
  })
