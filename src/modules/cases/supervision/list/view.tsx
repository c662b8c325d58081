import { formatDate } from '#platform/dates.ts'
import { Button } from '#ui/govuk/index.ts'
import { EmptyState, ListTable } from '#ui/page-parts/index.ts'
import { NotRecorded } from '../../attempts/lines.tsx'
import type { Family } from '../../family.ts'
import { FamilyFrame } from '../../frame.tsx'
import { paths } from '../../paths.ts'
import type { Supervision } from '../supervision.ts'

type Props = { loaded: { family: Family; supervisions: readonly Supervision[]; canWrite: boolean } }

/** The supervisions of a family, newest first. */
export const Supervisions = ({ loaded: { family, supervisions, canWrite } }: Props) => (
  <FamilyFrame family={family} section={null}>
    <h2 class="govuk-heading-m">Supervision</h2>
    {canWrite && <Button href={paths.addSupervision.to({ familyId: family.id })}>Record supervision</Button>}
    <ListTable
      id="supervisions"
      caption="Supervisions"
      captionHidden={true}
      noun={{ one: 'supervision', many: 'supervisions' }}
      rows={supervisions}
      empty={
        <EmptyState title="No supervision is recorded for this family.">
          A supervisor records it; the form shows beside each question what the record says.
        </EmptyState>
      }
      columns={[
        {
          heading: 'When',
          cell: ({ id, heldOn }) => (
            <a class="govuk-link" href={paths.readSupervision.to({ familyId: family.id, entryId: id })}>
              {formatDate(heldOn)}
            </a>
          ),
        },
        { heading: 'Supervisor', cell: ({ by }) => by },
        { heading: 'With', cell: ({ withWhom }) => withWhom ?? <NotRecorded /> },
      ]}
    />
  </FamilyFrame>
)
