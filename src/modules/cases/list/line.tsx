import { formatDate, type LocalDate, relativeDate } from '#platform/dates.ts'
import { Tag } from '#ui/govuk/index.ts'
import { type ListColumn, ListTable } from '#ui/page-parts/index.ts'
import { paths } from '../paths.ts'
import { allDue, type DueKind, dueText, type FamilyLine, nextText } from './due.ts'

type LinesProps = {
  id: string
  caption: string
  captionHidden?: boolean
  lines: readonly FamilyLine[]
  today: LocalDate
  /** Of a worklist: its own work is what each line says. */
  kind?: DueKind
}

const Next = ({ line, today, kind }: { line: FamilyLine; today: LocalDate; kind: DueKind | undefined }) => {
  const text = (kind && dueText(line, kind, today)) ?? nextText(line, today)
  const more = allDue(line, today).filter((each) => each !== text).length
  return (
    <>
      {text}
      {more > 0 && <span class="tl-missing"> and {more} more to do</span>}
    </>
  )
}

const columnsFor = (today: LocalDate, kind: DueKind | undefined): ListColumn<FamilyLine>[] => [
  {
    heading: 'Family',
    cell: ({ id, name, sealed }) => (
      <>
        <a class="govuk-link" href={paths.family.to({ familyId: id })}>
          <bdi>{name}</bdi>
        </a>
        {sealed && (
          <>
            {' '}
            <Tag classes="govuk-tag--red">Sealed</Tag>
          </>
        )}
      </>
    ),
  },
  { heading: 'Reference', noWrap: true, cell: ({ reference }) => reference },
  {
    heading: 'Key worker',
    cell: ({ keyWorkers }) => (keyWorkers.length > 0 ? keyWorkers.join(', ') : <span class="tl-missing">none</span>),
  },
  { heading: 'Team', cell: ({ team }) => team ?? <span class="tl-missing">no team</span> },
  {
    heading: 'Next',
    cell: (line) => <Next line={line} today={today} kind={kind} />,
  },
  {
    heading: 'Last attempt to engage',
    cell: ({ engagedOn }) =>
      engagedOn === null ? (
        <span class="tl-missing">none recorded</span>
      ) : (
        `${formatDate(engagedOn)}, ${relativeDate(engagedOn, today)}`
      ),
  },
]

/** Families, one line each: whose record, who works with it, what comes next. */
export const FamilyLines = ({ id, caption, captionHidden, lines, today, kind }: LinesProps) => (
  <ListTable
    id={id}
    dense
    cards
    caption={caption}
    captionHidden={captionHidden}
    rows={lines}
    columns={columnsFor(today, kind)}
    empty={<p class="govuk-body">No families.</p>}
  />
)
