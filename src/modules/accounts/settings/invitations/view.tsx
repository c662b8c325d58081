import { Button } from '#ui/govuk/index.ts'
import { EmptyState, ListTable, PageHeading } from '#ui/page-parts/index.ts'
import { paths } from '../../paths.ts'
import type { InvitationState } from '../invitation-state.ts'
import { SettingsTabs } from '../sections.tsx'

type Invitation = { id: string; name: string; email: string; what: string; sent: string; state: InvitationState }
type Props = { loaded: { organisation: string; invitations: readonly Invitation[] } }

const Withdraw = ({ invitation }: { invitation: Invitation }) =>
  invitation.state.kind === 'waiting' ? (
    <a class="govuk-link" href={paths.withdraw.to({ id: invitation.id })}>
      Withdraw<span class="govuk-visually-hidden"> what was sent to {invitation.name}</span>
    </a>
  ) : (
    <>nothing to change</>
  )

export const Invitations = ({ loaded }: Props) => (
  <>
    <PageHeading caption={loaded.organisation}>Invitations</PageHeading>
    <SettingsTabs current={paths.invitations.to()} />
    <Button href={paths.invite.to()}>Invite somebody</Button>
    <ListTable
      id="invitations"
      caption="Invitations"
      captionHidden
      noun={{ one: 'invitation', many: 'invitations' }}
      rows={loaded.invitations}
      empty={
        <EmptyState title="Nobody has been invited yet">
          Whoever is to sign in gets a link by email, and chooses a passphrase.
        </EmptyState>
      }
      columns={[
        {
          heading: 'Name',
          cell: ({ name, email }) => (
            <>
              {name}
              <span class="govuk-caption-m">{email}</span>
            </>
          ),
        },
        { heading: 'For', cell: ({ what }) => what },
        { heading: 'Sent', cell: ({ sent }) => sent },
        { heading: 'State', cell: ({ state }) => state.text },
        { heading: 'Change', cell: (invitation) => <Withdraw invitation={invitation} /> },
      ]}
    />
  </>
)
