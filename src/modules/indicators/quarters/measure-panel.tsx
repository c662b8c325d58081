import { ListTable } from '#ui/page-parts/index.ts'
import type { Figures } from '../definition/figures-shape.ts'
import { paths } from '../paths.ts'
import { caveatsOf, measureName } from '../versions/measure-name.ts'
import { quarterWords } from '../versions/period.ts'
import { baseInFull, baseWords } from './base-words.ts'
import { Children, Events, Final, NotKnown, Of, ShareOf } from './cells.tsx'
import { type FigureLine, linesOf, type ShownKey, shownMeasures, whysOf } from './figure-lines.ts'

type Props = { readonly name: ShownKey; readonly figures: Figures }

/** One figure quarter by quarter: number, children, base, share with its interval, what is unknown, whether it is final. */
export const MeasurePanel = ({ name, figures }: Props) => {
  const measure = shownMeasures[name]
  const lines = linesOf(figures, measure)
  const base = baseWords(measure)
  const title = measureName(measure)
  return (
    <section>
      <ListTable
        id={`figure-${name}`}
        caption={title}
        rows={lines}
        dense
        columns={[
          { heading: 'Quarter', noWrap: true, cell: ({ quarter }: FigureLine) => quarterWords(quarter) },
          { heading: 'Number', numeric: true, cell: (line: FigureLine) => <Events {...line} /> },
          { heading: 'Children', numeric: true, cell: (line: FigureLine) => <Children {...line} /> },
          {
            heading: base === null ? 'Of' : `Of: ${base}`,
            numeric: true,
            cell: (line: FigureLine) => <Of {...line} />,
          },
          { heading: 'Share (95% interval)', numeric: true, cell: (line: FigureLine) => <ShareOf {...line} /> },
          { heading: 'Not known', numeric: true, cell: (line: FigureLine) => <NotKnown {...line} /> },
          { heading: 'Final', cell: (line: FigureLine) => <Final {...line} /> },
        ]}
        empty={<p class="govuk-body">The files cover no quarter.</p>}
      />
      <Whys lines={lines} />
      <p class="govuk-body-s">
        {[baseInFull(measure), caveatsOf(measure)].filter(Boolean).join(' ')}{' '}
        <a class="govuk-link" href={`${paths.meanings.to()}#${measure}`}>
          How it is counted
          <span class="govuk-visually-hidden">: {title.charAt(0).toLowerCase() + title.slice(1)}</span>
        </a>
      </p>
    </section>
  )
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
