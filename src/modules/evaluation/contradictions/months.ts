import { fixed } from '#platform/statistics/index.ts'
import { listed } from '../report/words.ts'
import { readNumber } from './compare.ts'
import type { Finding, Source } from './source.ts'

type Line = { readonly borough: string; readonly year: string; readonly n: number; readonly months: number }

/** Counts that stand side by side and cover different numbers of months. */
export const findInMonths = (source: Source): Finding[] => {
  const { table, printed } = source
  if (printed === null || !table?.columns.includes('months') || !table.key.includes('year')) return []
  const number = (row: string, column: string) => readNumber(printed.cell(row, column) ?? '')?.value
  const lines = printed.rows.flatMap((row): Line[] => {
    const [borough = '', year = ''] = row.split(' | ')
    const [n, months] = [number(row, 'consultations'), number(row, 'months')]
    return n === undefined || months === undefined || months === 0 ? [] : [{ borough, year, n, months }]
  })
  return [...Map.groupBy(lines, ({ year }) => year)].flatMap(([year, own]) => inYear(year, own))
}

const inYear = (year: string, lines: readonly Line[]): Finding[] => {
  const groups = [...Map.groupBy(lines, ({ months }) => months)].toSorted(([a], [b]) => b - a)
  if (groups.length < 2) return []
  const each = groups.map(([months, own]) => `${months} months for ${listed(own.map(({ borough }) => borough))}`)
  const rates = lines.map(({ borough, n, months }) => `${borough} ${fixed(n / months, 1)}`)
  return [
    {
      row: `(all boroughs) | ${year}`,
      column: 'months',
      printed: groups.map(([months, own]) => `${months} months: ${own.length}`).join('; '),
      computed: `a month: ${rates.join(', ')}`,
      kind: 'months differ',
      says: `Year ${year}: the counts stand side by side and cover ${listed(each)}: only a rate per month compares.`,
    },
  ]
}
