import { ListTable, percent } from '#ui/page-parts/index.ts'
import type { Figures } from '../definition/figures-shape.ts'
import type { FurtherMeasure, Measure } from '../definition/measure.ts'
import { paths } from '../paths.ts'
import { inGroups, NotComputable } from '../versions/figure.tsx'
import { quarterWords } from '../versions/period.ts'

type Quarter = Figures['quarters'][number]

const cell = (name: Measure | FurtherMeasure) => (quarter: Quarter) => {
  const figure = quarter.measures[name]
  return figure.status === 'counted' ? inGroups(figure.events) : <NotComputable />
}

/** How the borough records: which of the three codes its assessments carry. A change here is no change in families. */
export const Coding = ({ figures }: { figures: Figures }) => (
  <section>
    <ListTable
      id="coding"
      caption="How domestic abuse is coded at assessment"
      rows={figures.quarters.toReversed()}
      dense
      columns={[
        { heading: 'Quarter', cell: ({ quarter }: Quarter) => quarterWords(quarter) },
        { heading: '3A: the child', numeric: true, cell: cell('assessments_3a') },
        { heading: '3B: a parent or carer', numeric: true, cell: cell('assessments_3b') },
        { heading: '3C: somebody else at home', numeric: true, cell: cell('assessments_3c') },
        { heading: 'No factor recorded', numeric: true, cell: cell('assessments_without_factors') },
        { heading: 'Assessments authorised', numeric: true, cell: cell('assessments_authorised') },
      ]}
      empty={<p class="govuk-body">The files cover no quarter.</p>}
    />
    <p class="govuk-body-s">
      An assessment may carry several codes. {ratio(figures.coding)} Boroughs use the codes differently, so the figures
      count any of the three; a change in their mix is a change in how people record.{' '}
      <a class="govuk-link" href={paths.meanings.to()}>
        Definitions
      </a>
    </p>
    {figures.flags !== null && <Flags flags={figures.flags} />}
  </section>
)

const ratio = (coding: Figures['coding']): string => {
  if (coding === null) return ''
  const { child, parent, childToParent } = coding
  if (childToParent === null) return 'No assessment carries 3B.'
  return `Over all quarters ${inGroups(child)} carry 3A and ${inGroups(parent)} carry 3B: ${childToParent.toFixed(2)} to 1.`
}

const Flags = ({ flags }: { flags: NonNullable<Figures['flags']> }) => (
  <>
    <p class="govuk-body-s">
      {flags.share === null
        ? 'No row of the table of domestic abuse at referral lies on a day that the census covers, so none could be matched.'
        : `${inGroups(flags.matched)} of ${inGroups(flags.inCensus)} rows of the table of domestic abuse at referral (${percent(flags.share)}) belong to a referral of the census. `}
      {flags.enough === false && 'At least 95% should: look at the child ids and the dates in the table.'}{' '}
      {inGroups(flags.unknown)} of {inGroups(flags.rows)} rows say neither yes nor no.
    </p>
    {flags.lines.length > 0 && (
      <details class="govuk-details">
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">Rows that belong to no referral ({inGroups(flags.unmatched)})</span>
        </summary>
        <div class="govuk-details__text">
          {flags.unmatched > flags.lines.length && <p>The first {flags.lines.length} of them:</p>}
          <ul class="govuk-list">
            {flags.lines.map(({ file, line }) => (
              <li key={`${file} ${line}`}>
                line {line} of <bdi>{file}</bdi>
              </li>
            ))}
          </ul>
        </div>
      </details>
    )}
  </>
)
