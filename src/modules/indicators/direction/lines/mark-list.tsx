import { formatDate } from '#platform/dates.ts'
import { Details } from '#ui/govuk/index.ts'
import { ListTable } from '#ui/page-parts/index.ts'
import { paths } from '../../paths.ts'
import { type Entered, type Mark, type MarkKind, markNames, type NumberedMark, whichLine } from '../mark.ts'

const nobody = <p class="govuk-body">Nothing is marked on these lines yet.</p>

// The others say by their label what they are.
const named: readonly MarkKind[] = ['form in use', 'recording changed']

const what = ({ kind, label, reason }: Mark) => (
  <>
    {named.includes(kind) ? `${markNames[kind]}: ${label}` : label}
    {reason !== null && `. ${reason}`}
  </>
)

const Withdraw = ({ mark: { id, number } }: { mark: NumberedMark }) =>
  id === null ? (
    <span class="tl-missing">cannot be withdrawn</span>
  ) : (
    <a class="govuk-link" href={paths.withdrawMark.to({ markId: id })}>
      Withdraw<span class="govuk-visually-hidden"> mark {number}</span>
    </a>
  )

/** Who entered or withdrew it, and when. */
const byWhom = ({ by, on }: Entered): string => `${by ?? 'somebody of your borough'}, ${formatDate(on)}`

const marked = ({ made }: Mark) => (made === null ? 'known from the partnership’s own records' : byWhom(made))

/** Everything that stands on the lines, and what was withdrawn: nothing is deleted. */
export const MarkList = ({ standing, all }: { standing: readonly NumberedMark[]; all: readonly Mark[] }) => {
  const withdrawn = all.filter(({ withdrawn: taken }) => taken !== null)
  return (
    <>
      <ListTable
        id="marks"
        caption="What is marked"
        rows={standing}
        cards
        columns={[
          { heading: 'Mark', noWrap: true, cell: ({ number }) => `Mark ${number}` },
          { heading: 'What happened', cell: what },
          { heading: 'When', cell: ({ when }) => when },
          { heading: 'On which line', cell: ({ measure }) => whichLine(measure) },
          { heading: 'Marked by', cell: marked },
          { heading: 'Change', cell: (mark) => <Withdraw mark={mark} /> },
        ]}
        empty={nobody}
      />
      {withdrawn.length > 0 && (
        <Details summary="Marks that were withdrawn">
          <ul class="govuk-list govuk-list--bullet">
            {withdrawn.map((mark) => (
              <li>
                {what(mark)}, {mark.when}. {whichLine(mark.measure)}.
                {mark.made !== null && ` Marked by ${byWhom(mark.made)}.`}
                {mark.withdrawn !== null && ` Withdrawn by ${byWhom(mark.withdrawn)}.`}
              </li>
            ))}
          </ul>
        </Details>
      )}
    </>
  )
}
