import { formatDate, localDate } from '#platform/dates.ts'
import { ListTable, percent } from '#ui/page-parts/index.ts'
import type { Figures } from '../definition/figures-shape.ts'
import { whatItNeeds } from '../definition/needs.ts'
import { paths } from '../paths.ts'
import { inGroups, NotComputable } from '../versions/figure.tsx'
import { caveatsOf, measureName } from '../versions/measure-name.ts'
import { quarterWords } from '../versions/period.ts'
import { type FigureLine, linesOf, type ShownKey, shownMeasures, whysOf } from './figure-lines.ts'

type Props = { readonly name: ShownKey; readonly figures: Figures }

/** One figure quarter by quarter: number, children, base, share with its interval, what is unknown, whether it is final. */
export const MeasurePanel = ({ name, figures }: Props) => {
  const measure = shownMeasures[name]
  const lines = linesOf(figures, measure)
  const { base } = whatItNeeds[measure]
  return (
    <section>
      <ListTable
        id={`figure-${name}`}
        caption={measureName(measure)}
        rows={lines}
        dense
        columns={[
          { heading: 'Quarter', cell: ({ quarter }: FigureLine) => quarterWords(quarter) },
          { heading: 'Number', numeric: true, cell: events },
          { heading: 'Children', numeric: true, cell: children },
          { heading: base === null ? 'Of' : `Of: ${lower(measureName(base))}`, numeric: true, cell: of },
          { heading: 'Share (95% interval)', numeric: true, cell: share },
          { heading: 'Not known', numeric: true, cell: unknown },
          { heading: 'Final', cell: final },
        ]}
        empty={<p class="govuk-body">The files cover no quarter.</p>}
      />
      <Whys lines={lines} />
      <p class="govuk-body-s">
        {caveatsOf(measure)}{' '}
        <a class="govuk-link" href={`${paths.meanings.to()}#${measure}`}>
          How it is counted<span class="govuk-visually-hidden">: {lower(measureName(measure))}</span>
        </a>
      </p>
    </section>
  )
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

const events = ({ figure }: FigureLine) => (figure.status === 'counted' ? inGroups(figure.events) : <NotComputable />)

const children = ({ figure }: FigureLine) =>
  figure.status === 'counted' ? inGroups(figure.children) : <NotComputable />

const of = ({ figure }: FigureLine) => {
  if (figure.status === 'not-computable') return <NotComputable />
  return figure.base === null ? <span class="tl-missing">base not computable</span> : inGroups(figure.base)
}

const share = ({ figure, share: found }: FigureLine) => {
  if (figure.status === 'not-computable') return <NotComputable />
  if (found === null) return <span class="tl-missing">{figure.base === 0 ? 'share of none' : 'no share'}</span>
  return (
    <span class="tl-number">
      {percent(found.value)}
      <span class="tl-number__interval">
        {' '}
        ({percent(found.low)} to {percent(found.high)})
      </span>
    </span>
  )
}

const unknown = ({ figure }: FigureLine) => {
  if (figure.status === 'not-computable') return <NotComputable />
  return figure.unknown === null ? <span class="tl-missing">does not apply</span> : inGroups(figure.unknown)
}

const final = ({ figure }: FigureLine) => {
  if (figure.status === 'not-computable') return <NotComputable />
  if (figure.mature || figure.matureFrom === null) return 'yes'
  return `not before a census of ${formatDate(localDate(figure.matureFrom))}`
}

/** Why quarters are no numbers, each reason once with the quarters that it holds for. */
const Whys = ({ lines }: { lines: readonly FigureLine[] }) => {
  const reasons = whysOf(lines.toReversed())
  if (reasons.length === 0) return null
  return (
    <ul class="govuk-list govuk-list--bullet govuk-body-s">
      {reasons.map(({ words, quarters }) => (
        <li key={words}>
          {quarters.map(quarterWords).join('; ')}: {words}
        </li>
      ))}
    </ul>
  )
}
