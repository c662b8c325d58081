import { formatDate, localDate } from '#platform/dates.ts'
import type { Figure } from '../definition/figures-shape.ts'

export const inGroups = (value: number): string => value.toLocaleString('en-GB')

/** The files do not let one count it: another word than zero, than withheld, and than not collected. */
export const NotComputable = () => <span class="tl-missing">not computable</span>

/** No version says anything of it. */
export const NotCovered = () => <span class="tl-missing">not covered</span>

/** What stands under a number: of how many, how many are unknown, whether more may come. */
export const notesOf = (figure: Figure): string[] => {
  if (figure.status === 'not-computable') return []
  const { events, children, base, unknown, mature, matureFrom } = figure
  return [
    ...(base === null ? [] : [`of ${inGroups(base)}`]),
    ...(children === events ? [] : [`${inGroups(children)} ${children === 1 ? 'child' : 'children'}`]),
    ...(unknown === null || unknown === 0 ? [] : [`${inGroups(unknown)} not known`]),
    ...(mature || matureFrom === null ? [] : [`not final before a census of ${formatDate(localDate(matureFrom))}`]),
  ]
}

/** A number with what belongs to it, or why there is none. */
export const FigureCell = ({ figure }: { figure: Figure | null | undefined }) => {
  if (figure === null || figure === undefined) return <NotCovered />
  if (figure.status === 'not-computable') return <NotComputable />
  const notes = notesOf(figure)
  return (
    <span class="tl-number">
      {inGroups(figure.events)}
      {notes.length > 0 && (
        <>
          <br />
          <span class="tl-number__interval">{notes.join(', ')}</span>
        </>
      )}
    </span>
  )
}
