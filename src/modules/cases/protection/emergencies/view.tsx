import { formatDate } from '#platform/dates.ts'
import { Trail } from '#ui/layout.tsx'
import { EmptyState, Lead, ListTable, PageHeading } from '#ui/page-parts/index.ts'
import { paths } from '../../paths.ts'
import type { Emergency } from '../emergency-store.ts'
import { momentInWords } from '../moment.ts'

type Props = { loaded: { me: string; now: Date; emergencies: readonly Emergency[] } }

const state = (emergency: Emergency, now: Date): string => {
  if (emergency.endedAt !== null) return `Ended ${momentInWords(emergency.endedAt)}`
  return emergency.until > now
    ? `Open until ${momentInWords(emergency.until)}`
    : `Ran out ${momentInWords(emergency.until)}`
}

const Looked = ({ emergency, me }: { emergency: Emergency; me: string }) => {
  if (emergency.reviewedAt !== null)
    return (
      <>
        {emergency.reviewedBy}: {emergency.outcome}. {emergency.note}
      </>
    )
  if (emergency.personId === me) return <>Somebody else looks at it by {formatDate(emergency.reviewDue)}</>
  return (
    <a class="govuk-link" href={paths.reviewEmergency.to({ emergencyId: emergency.id })}>
      Look at it by {formatDate(emergency.reviewDue)}
    </a>
  )
}

const Which = ({ emergency }: { emergency: Emergency }) =>
  emergency.family === null ? (
    <>A record that is not open to you any more</>
  ) : (
    <a class="govuk-link" href={paths.family.to({ familyId: emergency.familyId })}>
      {emergency.family.name}
    </a>
  )

/** Every record that a manager on duty opened, those to look at first. */
export const EmergenciesView = ({ loaded: { me, now, emergencies } }: Props) => (
  <>
    <Trail items={[{ text: 'Families', href: paths.families.to() }, { text: 'Opened in an emergency' }]} />
    <PageHeading>Opened in an emergency</PageHeading>
    <Lead>Records that a manager on duty opened though another team works with the family.</Lead>
    <ListTable
      id="emergencies"
      caption="Records opened in an emergency"
      captionHidden
      noun={{ one: 'record', many: 'records' }}
      rows={emergencies}
      columns={[
        { heading: 'Record', cell: (row) => <Which emergency={row} /> },
        { heading: 'Opened by', cell: (row) => `${row.person}, ${momentInWords(row.at)}` },
        { heading: 'Why', cell: (row) => row.reason },
        {
          heading: 'State',
          cell: (row) =>
            row.personId === me && row.endedAt === null && row.until > now ? (
              <>
                {state(row, now)}.{' '}
                <a class="govuk-link" href={paths.endEmergency.to({ emergencyId: row.id })}>
                  End it now
                </a>
              </>
            ) : (
              state(row, now)
            ),
        },
        { heading: 'Looked at', cell: (row) => <Looked emergency={row} me={me} /> },
      ]}
      empty={
        <EmptyState title="No record was opened in an emergency">
          A manager on duty can open a family of another team for four hours, with a reason. It then stands here to be
          looked at.
        </EmptyState>
      }
    />
  </>
)
