import { formatDate, localDate } from '#platform/dates.ts'
import { ListTable } from '#ui/page-parts/index.ts'
import type { Figures } from '../definition/figures-shape.ts'
import type { QuarterName } from '../definition/measure.ts'
import { measureName } from '../versions/measure-name.ts'
import { yearWords } from '../versions/period.ts'
import { baseWords } from './base-words.ts'
import { Events, NotKnown, Of, ShareOf } from './cells.tsx'
import { shownMeasures } from './figure-lines.ts'
import { lastYearOf, type YearLine } from './last-year.ts'

/** Small, under the name of a figure: what its number does not say by itself. */
const Note = ({ text }: { text: string }) => (
  <>
    <br />
    <span class="govuk-body-s tl-count">{text}</span>
  </>
)

const name = (line: YearLine, endsWith: QuarterName) => (
  <>
    {measureName(shownMeasures[line.key])}
    {line.endsWith !== null && line.endsWith !== endsWith && <Note text={`Of ${yearWords(line.endsWith)}`} />}
    {line.figure.status === 'counted' && !line.figure.mature && line.figure.matureFrom !== null && (
      <Note text={`Not final before a census of ${formatDate(localDate(line.figure.matureFrom))}`} />
    )}
  </>
)

const of = (line: YearLine) => {
  const base = baseWords(shownMeasures[line.key])
  return (
    <>
      <Of {...line} />
      {line.figure.status === 'counted' && line.figure.base !== null && base !== null && ` ${base}`}
    </>
  )
}

/** What a lead wants first: (a) to (d) and re-referral of the last twelve months, in one small table. */
export const Summary = ({ figures }: { figures: Figures }) => {
  const { endsWith, lines } = lastYearOf(figures)
  if (endsWith === null)
    return (
      <section aria-labelledby="last-year">
        <h2 class="govuk-heading-m" id="last-year">
          The last twelve months
        </h2>
        <p class="govuk-body">
          The files do not cover twelve months in a row yet, so there is no figure of a year. Below stands each quarter
          that they cover.
        </p>
      </section>
    )
  return (
    <section>
      <ListTable
        id="last-year"
        caption={`The last twelve months: ${yearWords(endsWith)}`}
        cards
        rows={lines}
        columns={[
          { heading: 'Figure', cell: (line: YearLine) => name(line, endsWith) },
          { heading: 'Number', numeric: true, cell: (line: YearLine) => <Events {...line} /> },
          { heading: 'Of', numeric: true, noWrap: true, cell: of },
          { heading: 'Share (95% interval)', numeric: true, cell: (line: YearLine) => <ShareOf {...line} /> },
          { heading: 'Not known', numeric: true, cell: (line: YearLine) => <NotKnown {...line} /> },
        ]}
        empty={<p hidden />}
      />
      <NoNumbers lines={lines} />
    </section>
  )
}

/** Why some have no number, each reason once. */
const NoNumbers = ({ lines }: { lines: readonly YearLine[] }) => {
  const whys = [...new Set(lines.flatMap(({ why }) => (why === null ? [] : [why])))]
  if (whys.length === 0) return null
  return (
    <ul class="govuk-list govuk-list--bullet govuk-body-s">
      {whys.map((why) => (
        <li key={why}>
          {lines
            .filter((line) => line.why === why)
            .map(({ key }) => measureName(shownMeasures[key]))
            .join('; ')}
          : {why}
        </li>
      ))}
    </ul>
  )
}
