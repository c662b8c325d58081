import { Trail } from '#ui/layout.tsx'
import { EmptyState, PageHeading } from '#ui/page-parts/index.ts'
import { FamilyLines } from '../list/line.tsx'
import { paths } from '../paths.ts'
import type { LoadedFromCaseSystem } from './from-case-system.ts'

/** The records with one number, where it is not just one. */
export const FromCaseSystem = ({ loaded: { lines, number, today, writes } }: { loaded: LoadedFromCaseSystem }) => (
  <>
    <Trail items={[{ text: 'Families', href: paths.families.to() }, { text: 'From the case system' }]} />
    <PageHeading caption="From the case system">Number {number}</PageHeading>
    {lines.length > 0 ? (
      <>
        <p class="govuk-body">Several records have this number. Choose one.</p>
        <FamilyLines id="with-number" caption="Records with this number" captionHidden lines={lines} today={today} />
      </>
    ) : (
      <EmptyState
        title="There is no record with this number that you can open."
        action={
          writes
            ? {
                text: 'Open a record with this number',
                href: `${paths.open.to()}?number=${encodeURIComponent(number)}`,
              }
            : undefined
        }
      >
        {writes
          ? 'Ask your manager whether somebody else works with the family, or open a record.'
          : 'Practitioners and supervisors open records.'}
      </EmptyState>
    )}
  </>
)
