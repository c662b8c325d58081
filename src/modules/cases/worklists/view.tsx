import { Trail } from '#ui/layout.tsx'
import { EmptyState, Lead, ListTable, PageHeading } from '#ui/page-parts/index.ts'
import { countInWords, type DueKind, dueKinds, familiesInWords } from '../list/due.ts'
import { FamilyLines } from '../list/line.tsx'
import { paths } from '../paths.ts'
import type { LoadedWorklists } from './page.ts'
import { worklistNames, worklistShort } from './worklist.ts'

const here = paths.worklists.to()
const hrefOf = (kind: DueKind) => `${here}?list=${kind}#list`
const whole = new Intl.NumberFormat('en-GB')

const whose = ({ role, organisation }: LoadedWorklists): string => {
  if (role === 'supervisor') return 'of your team, and the others that you work with'
  return role === 'practitioner' || role === 'champion' ? 'that you work with' : `of ${organisation} that you can read`
}

/** What is to be done in the families that somebody sees: how many of each kind, and which. */
export const Worklists = ({ loaded }: { loaded: LoadedWorklists }) => (
  <>
    <Trail items={[{ text: 'Families', href: paths.families.to() }, { text: 'What needs doing' }]} />
    <PageHeading caption={loaded.organisation}>What needs doing</PageHeading>
    {loaded.counts.open === 0 ? (
      <EmptyState
        title="No family record is open here."
        action={loaded.writes ? { text: 'Open a family record', href: paths.open.to() } : undefined}
      >
        What is to be done stands here as soon as one is.
      </EmptyState>
    ) : (
      <>
        <Lead>
          Out of {countInWords(loaded.counts.open)} open {loaded.counts.open === 1 ? 'family' : 'families'}{' '}
          {whose(loaded)}.
        </Lead>
        <Counts loaded={loaded} />
        {loaded.byWorker && <ByWorker rows={loaded.byWorker} />}
        <Chosen loaded={loaded} />
      </>
    )}
  </>
)

const Counts = ({ loaded: { counts } }: { loaded: LoadedWorklists }) => (
  <ListTable
    id="counts"
    caption="Families by what is to be done"
    captionHidden
    rows={dueKinds}
    columns={[
      {
        heading: 'What is to be done',
        cell: (kind) => (
          <a class="govuk-link" href={hrefOf(kind)}>
            {worklistNames[kind]}
          </a>
        ),
      },
      { heading: 'Families', numeric: true, cell: (kind) => countInWords(counts[kind]) },
    ]}
    empty={<p class="govuk-body">No open families.</p>}
  />
)

const ByWorker = ({ rows }: { rows: NonNullable<LoadedWorklists['byWorker']> }) => (
  <ListTable
    id="by-worker"
    dense
    cards
    caption="By key worker"
    rows={rows}
    columns={[
      { heading: 'Key worker', cell: ({ name }) => name ?? <span class="tl-missing">no key worker</span> },
      { heading: 'Open families', numeric: true, cell: ({ open }) => whole.format(open) },
      ...dueKinds.map((kind) => ({
        heading: worklistShort[kind],
        numeric: true,
        cell: (row: (typeof rows)[number]) => whole.format(row[kind]),
      })),
    ]}
    empty={<p class="govuk-body">No open families.</p>}
  />
)

const Chosen = ({ loaded }: { loaded: LoadedWorklists }) => (
  <section id="list" aria-labelledby="list-heading">
    <h2 class="govuk-heading-m" id="list-heading">
      {worklistNames[loaded.kind]}: {familiesInWords(loaded.counts[loaded.kind])}
    </h2>
    {loaded.lines.length === 0 ? (
      <p class="govuk-body">Nothing to do here.</p>
    ) : (
      <FamilyLines
        id="due"
        caption={worklistNames[loaded.kind]}
        captionHidden
        lines={loaded.lines}
        today={loaded.today}
        kind={loaded.kind}
      />
    )}
    {(!loaded.isFirst || loaded.next !== undefined) && (
      <p class="govuk-body">
        {!loaded.isFirst && (
          <a class="govuk-link" href={hrefOf(loaded.kind)}>
            Back to the first families
          </a>
        )}{' '}
        {loaded.next !== undefined && (
          <a class="govuk-link" rel="next" href={`${here}?list=${loaded.kind}&after=${loaded.next}#list`}>
            Next families
          </a>
        )}
      </p>
    )}
  </section>
)
