import { addDays, formatMonth, localDate } from '#platform/dates.ts'
import { Table } from '#ui/govuk/index.ts'
import { ScrollBox } from '#ui/page-parts/index.ts'
import { type Coverage, coverageOf, quartersCovered } from '../../definition/coverage.ts'
import type { Measure } from '../../definition/measure.ts'
import { type Quarter, spanOfQuarter } from '../../definition/quarter.ts'
import type { Covered } from '../../definition/stack.ts'
import { dateOfDay } from '../../readers/extract.ts'

const shown: readonly { readonly measure: Measure; readonly heading: string }[] = [
  { measure: 'a_new_dv_at_referral', heading: 'At referral' },
  { measure: 'b_new_dv_after_assessment', heading: 'After assessment' },
  { measure: 'c_new_cp_plan_dv', heading: 'Child protection plans' },
  { measure: 'd_taken_into_care_dv', heading: 'Taken into care' },
  { measure: 're_referrals_12_months', heading: 'Re-referrals' },
]

/** Three years of quarters: what lies further back is complete or will not be. */
const most = 12

const inWords = (coverage: Coverage): string => {
  if (coverage.computable) return coverage.maturity.mature ? 'yes' : 'yes, not final yet'
  switch (coverage.why.reason) {
    case 'no-file':
      return 'no file'
    case 'partly-covered':
      return 'only in part'
    case 'year-before':
      return 'year before is needed'
    default:
      return 'not computable'
  }
}

/** 'April to June 2024' */
const quarterInWords = (quarter: Quarter): string => {
  const { from, to } = spanOfQuarter(quarter)
  const last = addDays(localDate(dateOfDay(to)), -1)
  return `${formatMonth(localDate(dateOfDay(from))).replace(/ \d+$/, '')} to ${formatMonth(last)}`
}

/** What can be computed of each quarter that the files cover, the latest first; nothing where they cover none. */
export const CoverageTable = ({ covered }: { covered: Covered }) => {
  const range = quartersCovered(covered)
  if (range === null) return null
  const count = Math.min(most, range.last - range.first + 1)
  const quarters = Array.from({ length: count }, (_, index) => range.last - index)
  return (
    <ScrollBox labelledBy="coverage">
      <Table
        caption={<span id="coverage">What can be computed, by quarter</span>}
        captionClasses="govuk-table__caption--m"
        classes="tl-dense"
        rowHeadings
        head={[{ text: 'Quarter' }, ...shown.map(({ heading }) => ({ text: heading }))]}
        rows={quarters.map((quarter) => [
          { text: quarterInWords(quarter), classes: 'tl-no-wrap' },
          ...shown.map(({ measure }) => {
            const coverage = coverageOf({ covered, unaccompaniedSaid: false }, measure, quarter)
            const words = inWords(coverage)
            return { text: coverage.computable ? words : <span class="tl-missing">{words}</span> }
          }),
        ])}
      />
    </ScrollBox>
  )
}
