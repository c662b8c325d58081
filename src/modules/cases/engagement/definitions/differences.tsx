import { ListTable } from '#ui/page-parts/index.ts'
import type { Difference } from './compare.ts'

const words: Readonly<Record<Difference['kind'], string>> = { new: 'New', changed: 'Changed', missing: 'Missing' }

/** What is new, changed and missing in a form against the standard one. */
export const Differences = ({ differences }: { differences: readonly Difference[] }) => (
  <ListTable
    id="differences"
    caption="Against the standard form"
    rows={differences}
    noun={{ one: 'difference', many: 'differences' }}
    columns={[
      { heading: 'Question', cell: ({ label }: Difference) => label },
      {
        heading: 'Difference',
        cell: ({ kind, what }: Difference) => `${words[kind]}${what.length === 0 ? '' : `: ${what.join(', ')}`}`,
      },
    ]}
    empty={<p class="govuk-body">It asks what the standard form asks, and nothing else.</p>}
  />
)
