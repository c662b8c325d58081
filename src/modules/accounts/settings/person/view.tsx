import { Button, InsetText, SummaryList, Tag } from '#ui/govuk/index.ts'
import { EmptyState, ListTable, PageHeading } from '#ui/page-parts/index.ts'
import { paths } from '../../paths.ts'
import type { AccountState } from '../account-state.ts'
import { AccountTrail } from '../sections.tsx'
import { StateTag } from '../state-tag.tsx'

type Grant = { id: string; role: string; dates: string; now: boolean; by: string; canEnd: boolean }
type Loaded = {
  id: string
  name: string
  email: string
  organisation: string
  state: AccountState
  since: string
  lastSeen: string
  own: boolean
  changeable: boolean
  /** Something can be sent: the account is open and has a role. */
  canSendLink: boolean
  grants: readonly Grant[]
}

const Roles = ({ loaded }: { loaded: Loaded }) => (
  <ListTable
    id="roles"
    caption="Roles"
    cards
    rows={loaded.grants}
    empty={<EmptyState title="No role was ever given">Without a role nobody can sign in to this account.</EmptyState>}
    columns={[
      { heading: 'Role', cell: ({ role }) => role },
      { heading: 'Dates', cell: ({ dates }) => dates },
      {
        heading: 'State',
        cell: ({ now }) =>
          now ? <Tag classes="govuk-tag--green">In force</Tag> : <Tag classes="govuk-tag--grey">Not in force</Tag>,
      },
      { heading: 'Given by', cell: ({ by }) => by },
      {
        heading: 'Change',
        cell: ({ id, role, canEnd }) =>
          canEnd ? (
            <a class="govuk-link" href={paths.endRole.to({ id: loaded.id, grantId: id })}>
              End<span class="govuk-visually-hidden"> the role {role}</span>
            </a>
          ) : (
            'nothing to change'
          ),
      },
    ]}
  />
)

export const AccountOfPerson = ({ loaded }: { loaded: Loaded }) => (
  <>
    <AccountTrail account={loaded} />
    <PageHeading caption={loaded.organisation}>{loaded.name}</PageHeading>
    <SummaryList
      rows={[
        { key: 'Email address', value: loaded.email },
        { key: 'State', value: { children: <StateTag state={loaded.state} /> } },
        { key: 'Account since', value: loaded.since },
        { key: 'Last signed in', value: loaded.lastSeen },
      ]}
    />
    {loaded.own && (
      <InsetText>This is your own account. Another administrator has to change its roles or close it.</InsetText>
    )}
    {loaded.changeable && <Button href={paths.grantRole.to({ id: loaded.id })}>Give a role</Button>}
    <Roles loaded={loaded} />
    {loaded.canSendLink && (
      <p class="govuk-body">
        They have lost their passphrase or their app?{' '}
        <a class="govuk-link" href={paths.sendLink.to({ id: loaded.id })}>
          Send a new link
        </a>
      </p>
    )}
    {loaded.changeable && (
      <p class="govuk-body">
        <a class="govuk-link" href={paths.closeAccount.to({ id: loaded.id })}>
          Close this account
        </a>
      </p>
    )}
  </>
)
