import { ListTable } from '#ui/page-parts/index.ts'
import { type ReleasedMeasure, releasedMeasures } from '../definition/measure.ts'
import { whatItNeeds } from '../definition/needs.ts'
import { measureName } from '../versions/measure-name.ts'
import { type BoroughRelease, type KeyFigure, keyFigures, type Total, totalsOf } from './released.ts'
import { inGroups, noTotalWords, windowWords } from './words.ts'

const TotalText = ({ total }: { total: Total }) =>
  total.kind === 'none' ? (
    <span class="tl-missing">{noTotalWords[total.because]}</span>
  ) : (
    <span class="tl-number">
      {inGroups(total.rounded)}{' '}
      <span class="tl-number__interval">rounded to 10{total.maturing && ', still maturing'}</span>
    </span>
  )

type Props = { readonly releases: readonly BoroughRelease[]; readonly figure: KeyFigure | null }

/** The figures and what they are shares of, each once, in the order of the definition. */
const shownOf = (figure: KeyFigure | null): readonly ReleasedMeasure[] => {
  const asked: readonly KeyFigure[] = figure === null ? keyFigures : [figure]
  return releasedMeasures.filter((name) => asked.some((key) => key === name || whatItNeeds[key].base === name))
}

/** Members that have released, added up where nothing of it is withheld. Nothing for one borough alone. */
export const Together = ({ releases, figure }: Props) => {
  const members = releases.filter(({ leftAt }) => leftAt === null)
  if (members.length < 2) return null
  const totals = totalsOf(members)
  return (
    <section aria-labelledby="together">
      <h2 class="govuk-heading-m" id="together">
        These boroughs together
      </h2>
      <p class="govuk-body">
        {members.map(({ borough }) => borough.name).join(', ')}: members today that have released figures. They record
        differently, so a total is no measure of any of them.
      </p>
      {totals === null ? (
        <p class="govuk-body">No total: there are no twelve months that all of them have released.</p>
      ) : (
        <ListTable
          id="totals"
          caption={`Twelve months ${windowWords(totals.ends)}`}
          rows={shownOf(figure)}
          dense
          columns={[
            { heading: 'Figure', cell: (measure: ReleasedMeasure) => measureName(measure) },
            { heading: 'All of them', cell: (measure: ReleasedMeasure) => <TotalText total={totals.of(measure)} /> },
          ]}
          empty={<p hidden />}
        />
      )}
    </section>
  )
}
