import { answers, outcomes } from '../report/marketplace-term.ts'
import { canonical } from '../report/printed.ts'
import { count, sum } from '../report/words.ts'
import { readNumber } from './compare.ts'
import { columnInWords, type Finding, rowInWords, type Source } from './source.ts'

/** A printed total and what the report prints as its parts. */
type Sum = {
  readonly row: string
  readonly column: string
  readonly total: number | null
  readonly parts: readonly number[]
  /** What the parts are: `the boroughs of Appendix 1`. */
  readonly of: string
}

/** Printed totals against the parts that the report itself prints. */
export const findInSums = (sources: readonly Source[]): { source: Source; finding: Finding }[] =>
  sources.flatMap((source) =>
    sumsOf(source, sources).flatMap((one) => {
      const parts = sum(one.parts)
      return one.total === null || one.parts.length === 0 || parts === one.total
        ? []
        : [{ source, finding: doesNotAddUp(source, one, parts) }]
    }),
  )

const doesNotAddUp = (source: Source, { row, column, total, of }: Sum, parts: number): Finding => ({
  row,
  column,
  printed: String(total),
  computed: parts,
  kind: 'does not add up',
  says: `${rowInWords(row)}, ${columnInWords(source.table, column).toLowerCase()}: the report prints ${count(total ?? 0)}, ${of} add up to ${count(parts)}.`,
})

const sumsOf = (source: Source, sources: readonly Source[]): Sum[] => {
  switch (source.table?.id) {
    case 'table-2':
      return attendanceSums(
        source,
        sources.find(({ table }) => table?.id === 'appendix-1'),
      )
    case 'table-6':
      return identifiedSums(source)
    case 'figure-5':
      return referralSums(source)
    default:
      return []
  }
}

const printedNumber = (source: Source, row: string, column: string): number | null =>
  readNumber(source.printed?.cell(row, column) ?? '')?.value ?? null

const attendanceSums = (source: Source, appendix: Source | undefined): Sum[] =>
  (source.printed?.cells ?? []).flatMap(({ row, column }) => {
    const year = /^attended_year_(\d+)$/.exec(column)?.[1]
    const rows = (appendix?.printed?.rows ?? []).filter((label) => {
      const [course = '', , term] = label.split(' | ')
      return canonical(course) === canonical(row) && term === year
    })
    if (year === undefined || appendix === undefined) return []
    const parts = rows.flatMap((label) => printedNumber(appendix, label, 'attended') ?? [])
    return [{ row, column, total: printedNumber(source, row, column), parts, of: `the boroughs of ${appendix.name}` }]
  })

const identifiedSums = (source: Source): Sum[] =>
  (source.printed?.rows ?? []).map((row) => ({
    row,
    column: 'total_cases',
    total: printedNumber(source, row, 'total_cases'),
    parts: ['new_dv_cases_at_referral', 'new_dv_cases_after_assessment'].flatMap(
      (column) => printedNumber(source, row, column) ?? [],
    ),
    of: 'the cases at referral and after assessment',
  }))

const referralSums = (source: Source): Sum[] => {
  const rows = (source.printed?.rows ?? []).map((row) => row.split(' | '))
  const value = (measure: string, provider: string) => printedNumber(source, `${measure} | ${provider}`, 'value')
  const providers = rows.flatMap(([measure, provider = '']) =>
    measure === 'referrals' && provider !== '(all)' ? [provider] : [],
  )
  const bySex = ['men', 'women'].flatMap((sex) => value(sex, '(all)') ?? [])
  const all = { row: 'referrals | (all)', column: 'value', total: value('referrals', '(all)') }
  return [
    { ...all, parts: providers.flatMap((provider) => value('referrals', provider) ?? []), of: 'the programmes' },
    // One of the two alone says nothing of the other.
    { ...all, parts: bySex.length === 2 ? bySex : [], of: 'men and women' },
  ]
}

/** Referrals of which the report does not say what became of them, and steps of more referrals than there are. */
export const findUnaccounted = ({ table, printed }: Source): Finding[] => {
  if (table?.id !== 'figure-5' || printed === null) return []
  const value = (measure: string, provider: string) =>
    readNumber(printed.cell(`${measure} | ${provider}`, 'value') ?? '')?.value ?? null
  const providers = [...new Set(printed.rows.map((row) => row.split(' | ')[1] ?? ''))].filter(
    (name) => name !== '(all)',
  )
  return providers.flatMap((provider) => [
    ...unaccounted(provider, 'referrals', answers, value),
    ...unaccounted(provider, 'accepted', outcomes, value),
  ])
}

const unaccounted = (
  provider: string,
  whole: string,
  steps: readonly string[],
  value: (measure: string, provider: string) => number | null,
): Finding[] => {
  const total = value(whole, provider)
  const parts = sum(steps.flatMap((step) => value(step, provider) ?? []))
  if (total === null || total === parts) return []
  const of = `${count(total)} ${whole === 'accepted' ? `accepted by ${provider}` : `referrals to ${provider}`}`
  const more = parts > total
  return [
    {
      row: `${whole} | ${provider}`,
      column: 'value',
      printed: String(total),
      computed: parts,
      kind: more ? 'does not add up' : 'not accounted for',
      says: more
        ? `Of the ${of}, the report says what became of ${count(parts)}: more than there are.`
        : `Of the ${of}, the report says what became of ${count(parts)}; ${count(total - parts)} ${total - parts === 1 ? 'is' : 'are'} not accounted for.`,
    },
  ]
}
