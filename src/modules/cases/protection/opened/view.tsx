import { type Role, roleNames } from '#platform/access/role.ts'
import { EmptyState, Lead, ListTable, PageHeading } from '#ui/page-parts/index.ts'
import type { Family } from '../../family.ts'
import { FamilyTrail } from '../../frame.tsx'
import { paths } from '../../paths.ts'
import type { Opening } from '../model.ts'
import { momentInWords } from '../moment.ts'

type Props = { loaded: { family: Family; openings: readonly Opening[]; mayRecord: boolean; mayProtect: boolean } }

const who = ({ name, role }: Opening): string =>
  role === 'system'
    ? 'The case management system'
    : `${name ?? 'Somebody who has left'}, ${roleNames[role as Role] ?? role}` // a role as it was granted

/** Every reading and change of one family's record. */
export const OpenedView = ({ loaded: { family, openings, mayRecord, mayProtect } }: Props) => (
  <>
    <FamilyTrail family={family} section={null} here="Who has opened it" />
    <PageHeading caption={family.name}>Who has opened this record</PageHeading>
    <Lead>Everybody who works with a family can see who else has looked.</Lead>
    <ListTable
      id="openings"
      caption="Who opened or changed what"
      captionHidden
      dense
      noun={{ one: 'line', many: 'lines' }}
      rows={openings}
      columns={[
        { heading: 'When', cell: (row) => momentInWords(row.at) },
        { heading: 'Who', cell: who },
        { heading: 'What', cell: (row) => row.act },
        { heading: 'Why', cell: (row) => (row.reason === '' ? 'No reason asked for' : row.reason) },
      ]}
      empty={
        <EmptyState title="Nobody has opened this record yet">
          The next time that you open this page, you will stand here.
        </EmptyState>
      }
    />
    <p class="govuk-body">
      {mayRecord && (
        <a class="govuk-link" href={paths.addTie.to({ familyId: family.id })}>
          A member of staff knows somebody in this family
        </a>
      )}
    </p>
    {mayProtect && (
      <p class="govuk-body">
        <a class="govuk-link" href={paths.protection.to({ familyId: family.id })}>
          Who may see this record
        </a>
      </p>
    )}
  </>
)
