import { InsetText, WarningText } from '#ui/govuk/index.ts'
import { ListTable, NotCollected, Withheld } from '#ui/page-parts/index.ts'
import { type QuarterName, type ReleasedMeasure, releasedMeasures } from '../definition/measure.ts'
import { inGroups, NotComputable } from './figure.tsx'
import { measureName } from './measure-name.ts'
import { yearWords } from './period.ts'
import type { Release, ReleaseCell } from './release.ts'
import type { Withholding } from './setting/withholding.ts'

type Props = { readonly release: Release; readonly withholding: Withholding; readonly caption: string }

/** Exactly what leaves a borough, cell by cell, or why nothing does. */
export const ReleaseTable = ({ release, withholding, caption }: Props) => {
  if (release.outcome === 'nothing')
    return (
      <InsetText>
        Nothing leaves the borough with this version: only rolling twelve months do, and the files do not cover any
        wholly.
      </InsetText>
    )
  if (release.outcome === 'refused')
    return (
      <>
        <WarningText>Nothing can leave the borough with this version.</WarningText>
        {release.reasons.map((reason) => (
          <p class="govuk-body" key={reason}>
            {reason}
          </p>
        ))}
      </>
    )
  // The latest first: on a narrow screen the others are found by scrolling.
  const windows = [...new Set(release.cells.map(({ endsWith }) => endsWith))].toReversed()
  const cells = new Map(release.cells.map((cell) => [`${cell.measure} ${cell.endsWith}`, cell]))
  const cell = (measure: ReleasedMeasure, endsWith: QuarterName) => cells.get(`${measure} ${endsWith}`)
  return (
    <>
      <ListTable
        id="release"
        caption={caption}
        rows={releasedMeasures}
        dense
        columns={[
          { heading: 'Twelve months', cell: (measure: ReleasedMeasure) => measureName(measure) },
          ...windows.map((endsWith) => ({
            heading: yearWords(endsWith),
            numeric: true,
            cell: (measure: ReleasedMeasure) => <Cell cell={cell(measure, endsWith)} />,
          })),
        ]}
        empty={<p hidden />}
      />
      <p class="govuk-body-s">{ruleWords(withholding)}</p>
    </>
  )
}

const Cell = ({ cell }: { cell: ReleaseCell | undefined }) => {
  if (cell === undefined || cell.status === 'not computable') return <NotComputable />
  if (cell.status === 'not collected') return <NotCollected />
  if (cell.status === 'withheld' || cell.events === null) return <Withheld />
  return (
    <span class="tl-number">
      {inGroups(cell.events)}
      {!cell.mature && (
        <>
          <br />
          <span class="tl-number__interval">not final</span>
        </>
      )}
    </span>
  )
}

/** The rule in words. */
export const ruleWords = ({ highestWithheld, zerosHidden }: Withholding): string =>
  `Withheld: ${zerosHidden ? '0' : '1'} to ${highestWithheld}, a change by so few since an earlier release, and what would give either away. ${
    zerosHidden ? '0 is withheld as well.' : '0 means that there was none.'
  } A number that is not final may still grow. No quarter leaves the borough.`
