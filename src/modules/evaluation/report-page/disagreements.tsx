import { LeanTable, ScrollBox } from '#ui/page-parts/index.ts'
import type { Report } from '../report/model.ts'
import { counted } from '../report/words.ts'

/** Where the panel stands on the page of a report. */
export const disagreementsId = 'disagreements'

/** Every place where the printed report disagrees with its own numbers. Prints nothing for a term without a printed report. */
export const Disagreements = ({ report }: { report: Report }) => {
  const { contradictions, printed } = report
  if (printed === null) return null
  return (
    <section aria-labelledby={disagreementsId}>
      <h2 class="govuk-heading-m govuk-!-padding-top-4" id={disagreementsId}>
        Where the printed report disagrees with its own numbers
      </h2>
      <p class="govuk-body">
        {contradictions.length === 0
          ? 'Nowhere: every printed number that can be counted agrees with the records.'
          : `${counted(contradictions.length, 'place')} in ${printed.citation}, found by comparing every printed number with the records, with the report’s own totals and with its own sentences.`}
      </p>
      {contradictions.length > 0 && <List report={report} />}
    </section>
  )
}

const List = ({ report }: { report: Report }) => (
  <ScrollBox labelledBy={disagreementsId}>
    <LeanTable
      rowHeadings
      head={['Where', 'What is wrong', 'Printed', 'Counted'].map((text) => ({ text }))}
      rows={report.contradictions.map((one) => [
        { text: one.table },
        { text: one.says },
        { text: one.printed === '' ? 'empty' : one.printed },
        { text: one.computed ?? <span class="tl-missing">not recorded</span> },
      ])}
    />
  </ScrollBox>
)
