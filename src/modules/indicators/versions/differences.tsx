import { Details } from '#ui/govuk/index.ts'
import { ListTable } from '#ui/page-parts/index.ts'
import type { Difference } from './difference.ts'
import { FigureCell } from './figure.tsx'
import { measureName } from './measure-name.ts'
import { quarterWords } from './period.ts'

type Against = { readonly number: number; readonly differences: readonly Difference[] }

const key = ({ quarter, measure }: Difference): string => `${quarter} ${measure}`

/** What a version says otherwise than the last locked one, cell by cell. */
export const Differences = ({ before }: { before: Against | null }) => {
  if (before === null)
    return <p class="govuk-body">No version has been locked yet, so there is nothing to compare these figures with.</p>
  const { number, differences } = before
  if (differences.length === 0)
    return <p class="govuk-body">Every figure that version {number} holds is the same here.</p>
  const quarters = [...new Set(differences.map(({ quarter }) => quarter))]
  return (
    <>
      <p class="govuk-body">
        {differences.length.toLocaleString('en-GB')} {differences.length === 1 ? 'figure differs' : 'figures differ'}{' '}
        from version {number}, the last one locked, in{' '}
        {quarters.length === 1 ? 'one quarter' : `${quarters.length} quarters`}.
      </p>
      <Details summary="Show every difference">
        <ListTable
          id="differences"
          caption={`Differences from version ${number}`}
          rows={differences.toSorted((a, b) => (key(a) < key(b) ? -1 : 1))}
          dense
          columns={[
            { heading: 'Figure', cell: ({ measure }: Difference) => measureName(measure) },
            { heading: 'Quarter', cell: ({ quarter }: Difference) => quarterWords(quarter) },
            {
              heading: `Version ${number}`,
              numeric: true,
              cell: ({ before: was }: Difference) => <FigureCell figure={was} />,
            },
            { heading: 'Now', numeric: true, cell: ({ now }: Difference) => <FigureCell figure={now} /> },
          ]}
          empty={<p hidden />}
        />
      </Details>
    </>
  )
}
