import { addDays, formatDate, formatPeriod, type LocalDate, londonDate } from '#platform/dates.ts'
import { Details, SummaryList } from '#ui/govuk/index.ts'
import { ListTable, percent } from '#ui/page-parts/index.ts'
import { type ReleasedMeasure, releasedMeasures } from '../definition/measure.ts'
import { whatItNeeds } from '../definition/needs.ts'
import { paths } from '../paths.ts'
import { measureName } from '../versions/measure-name.ts'
import { Dots } from './dots.tsx'
import { OutcomeText } from './outcome.tsx'
import {
  type BoroughRelease,
  definitionSet,
  figureIn,
  type KeyFigure,
  keyFigures,
  outcomeIn,
  type ReleasedFigure,
  windowsOf,
} from './released.ts'
import { windowWords, withheldWords } from './words.ts'

type Props = { readonly release: BoroughRelease; readonly figure: KeyFigure | null }

const Facts = ({ release }: Pick<Props, 'release'>) => (
  <SummaryList
    classes="govuk-summary-list--no-border"
    rows={[
      { key: 'Released', value: formatDate(londonDate(release.releasedAt)) },
      { key: 'Covers', value: formatPeriod({ starts: release.coversFrom, ends: release.coversTo }) },
      { key: 'Small numbers', value: withheldWords(release.highestWithheld) },
      { key: 'Definition set', value: definitionSet },
      release.leftAt !== null && {
        key: 'Membership',
        value: `Member until ${formatDate(addDays(release.leftAt, -1))}. What it released as a member stays.`,
      },
    ]}
  />
)

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

const baseName = (measure: ReleasedMeasure): string => {
  const { base } = whatItNeeds[measure]
  return base === null ? '' : lower(measureName(base))
}

const Of = ({ figure }: { figure: ReleasedFigure }) => (
  <>
    <OutcomeText outcome={figure.base} />
    <br />
    {baseName(figure.measure)}
  </>
)

const Share = ({ share }: ReleasedFigure) =>
  share === null ? (
    <span class="tl-missing">no share</span>
  ) : (
    <span class="tl-number">
      {percent(share.value)}
      <span class="tl-number__interval">
        {' '}
        ({percent(share.low)} to {percent(share.high)})
      </span>
    </span>
  )

const columns = [
  {
    heading: 'Number',
    numeric: true,
    cell: ({ events, maturing }: ReleasedFigure) => <OutcomeText outcome={events} maturing={maturing} />,
  },
  { heading: 'Of', numeric: true, cell: (figure: ReleasedFigure) => <Of figure={figure} /> },
  { heading: 'Share (95% interval)', numeric: true, cell: Share },
  { heading: 'Not known', numeric: true, cell: ({ unknown }: ReleasedFigure) => <OutcomeText outcome={unknown} /> },
]

const nameColumn = {
  heading: 'Figure',
  cell: ({ measure }: ReleasedFigure) => (
    <a class="govuk-link" href={`${paths.meanings.to()}#${measure}`}>
      {measureName(measure)}
    </a>
  ),
}
const windowColumn = { heading: 'Twelve months', cell: ({ ends }: ReleasedFigure) => windowWords(ends) }

/** Every measure that was released, in every window. */
const Everything = ({ release }: Pick<Props, 'release'>) => (
  <Details
    summary={
      <>
        Show all measures and twelve months<span class="govuk-visually-hidden"> of {release.borough.name}</span>
      </>
    }
  >
    <ListTable
      id={`all-${release.borough.id}`}
      caption={`${release.borough.name}: all measures released`}
      captionHidden
      rows={releasedMeasures}
      dense
      columns={[
        { heading: 'Measure', cell: (measure: ReleasedMeasure) => measureName(measure) },
        ...windowsOf(release)
          .toReversed()
          .map((ends) => ({
            heading: windowWords(ends),
            numeric: true,
            cell: (measure: ReleasedMeasure) => (
              <OutcomeText
                outcome={outcomeIn(release, measure, ends)}
                maturing={figureIn(release, measure, ends).maturing}
              />
            ),
          })),
      ]}
      empty={<p hidden />}
    />
  </Details>
)

const Latest = ({ release, ends }: { release: BoroughRelease; ends: LocalDate }) => (
  <ListTable
    id={`released-${release.borough.id}`}
    caption={`${release.borough.name}, twelve months ${windowWords(ends)}`}
    rows={keyFigures.map((measure) => figureIn(release, measure, ends))}
    dense
    columns={[nameColumn, ...columns]}
    empty={<p hidden />}
  />
)

const OfOne = ({ release, figure }: { release: BoroughRelease; figure: KeyFigure }) => (
  <ListTable
    id={`released-${release.borough.id}`}
    caption={`${release.borough.name}: ${lower(measureName(figure))}`}
    rows={windowsOf(release)
      .toReversed()
      .map((ends) => figureIn(release, figure, ends))}
    dense
    columns={[windowColumn, ...columns]}
    empty={<p hidden />}
  />
)

/** What one borough has released last: its latest twelve months, or one figure in all of them; every number beside what belongs to it. */
export const BoroughPanel = ({ release, figure }: Props) => {
  const last = windowsOf(release).at(-1)
  return (
    <section aria-labelledby={`borough-${release.borough.id}`}>
      <h2 class="govuk-heading-m" id={`borough-${release.borough.id}`}>
        {release.borough.name}
      </h2>
      <Facts release={release} />
      {figure === null && last !== undefined && <Latest release={release} ends={last} />}
      {figure !== null && <OfOne release={release} figure={figure} />}
      <Dots release={release} figures={figure === null ? keyFigures : [figure]} />
      {figure === null && <Everything release={release} />}
    </section>
  )
}
