import { formatDate } from '#platform/dates.ts'
import { LinePanels } from '#ui/charts/index.ts'
import { Button } from '#ui/govuk/index.ts'
import { EmptyState, Lead, PageHeading } from '#ui/page-parts/index.ts'
import type { Figures } from '../../definition/figures-shape.ts'
import { paths } from '../../paths.ts'
import { Tabs } from '../../tabs.tsx'
import { numbered } from '../mark.ts'
import { lineOf, measuredLines } from '../measured.ts'
import { quarterShort } from '../quarter-words.ts'
import type { LoadedLines } from './load.ts'
import { MarkList } from './mark-list.tsx'
import { DirectionPanel } from './panel.tsx'

const Source = ({ drawn: { number, madeOn, lockedOn } }: { drawn: NonNullable<LoadedLines['drawn']> }) => (
  <p class="govuk-body">
    {lockedOn === null
      ? `Version ${number}, computed on ${formatDate(madeOn)}. It is a draft: nobody has signed it off, and its numbers may change.`
      : `Version ${number}, signed off on ${formatDate(lockedOn)}.`}
  </p>
)

/** Beside (b): more assessments finished is more that can be identified. */
const Throughput = ({ figures }: { figures: Figures }) => {
  const { points } = lineOf(figures, { measure: 'assessments_authorised', kind: 'count' })
  if (!points.some(({ known }) => known.kind === 'number')) return null
  return (
    <LinePanels
      id="throughput"
      headline="How many assessments were authorised in each quarter"
      subtitle="All assessments, with domestic abuse and without: for the line above"
      categoryName="Quarter"
      categories={points.map(({ quarter }) => quarterShort(quarter))}
      series={[
        {
          name: 'Assessments authorised',
          values: points.map(({ known }) => (known.kind === 'number' ? known.value : null)),
        },
      ]}
    />
  )
}

const HowToRead = () => (
  <ul class="govuk-list govuk-list--bullet">
    <li>Your borough is compared with itself, quarter by quarter, and with no other.</li>
    <li>
      Below 6 quarters nothing is said of a direction. From 6 to 11 the limits are on trial. Two quarters are never a
      direction.
    </li>
    <li>
      A sign says that something changed, not why. Some come by chance: on lines where nothing changes, about 1 in 20
      has one within 12 quarters, 1 in 7 within 16, 1 in 3 within 24.
    </li>
  </ul>
)

/** The borough's six lines over time. No line of another borough, and no order among boroughs. */
export const Lines = ({ loaded: { borough, drawn, marks } }: { loaded: LoadedLines }) => {
  const standing = numbered(marks)
  return (
    <>
      <PageHeading caption={borough.name}>Change data over time</PageHeading>
      <Tabs wide={false} current="direction" />
      <Lead>Where recorded practice is moving, and what happened on the way.</Lead>
      <HowToRead />
      {drawn === null ? (
        <EmptyState
          title="Nothing has been computed yet."
          action={{ text: 'See what is ready for sign-off', href: paths.versions.to() }}
        >
          Lines stand here once figures have been computed from your borough’s returns.
        </EmptyState>
      ) : (
        <Source drawn={drawn} />
      )}
      <Button href={paths.addMark.to()} classes="govuk-button--secondary">
        Mark what happened
      </Button>
      {drawn !== null &&
        measuredLines.map((line) => (
          <section aria-labelledby={line.key}>
            <h2 class="govuk-heading-s" id={line.key}>
              {line.name}
            </h2>
            <DirectionPanel line={line} figures={drawn.figures} marks={standing} borough={borough.name} />
            {line.key === 'b_new_dv_after_assessment' && <Throughput figures={drawn.figures} />}
          </section>
        ))}
      <MarkList standing={standing} all={marks} />
      <p class="govuk-body">
        <a class="govuk-link" href={paths.meanings.to()}>
          What each measure counts
        </a>
      </p>
    </>
  )
}
