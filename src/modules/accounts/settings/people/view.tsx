import { Button } from '#ui/govuk/index.ts'
import { EmptyState, ListTable, PageHeading } from '#ui/page-parts/index.ts'
import { paths } from '../../paths.ts'
import type { AccountState } from '../account-state.ts'
import { SettingsTabs } from '../sections.tsx'
import { StateTag } from '../state-tag.tsx'

type Account = {
  id: string
  name: string
  email: string
  roles: readonly string[]
  state: AccountState
  lastSeen: string
  next: string
}
type Props = { loaded: { organisation: string; accounts: readonly Account[] } }

const invite = { text: 'Invite somebody', href: paths.invite.to() }

export const PeopleWithAccounts = ({ loaded }: Props) => (
  <>
    <PageHeading caption={loaded.organisation}>People with accounts</PageHeading>
    <SettingsTabs current={paths.people.to()} />
    <Button href={invite.href}>{invite.text}</Button>
    <ListTable
      id="accounts"
      caption="Accounts"
      captionHidden
      noun={{ one: 'account', many: 'accounts' }}
      rows={loaded.accounts}
      empty={<EmptyState title="Nobody has an account yet" action={invite} />}
      columns={[
        {
          heading: 'Name',
          cell: ({ id, name, email }) => (
            <>
              <a class="govuk-link" href={paths.person.to({ id })}>
                {name}
              </a>
              <span class="govuk-caption-m">{email}</span>
            </>
          ),
        },
        { heading: 'Roles today', cell: ({ roles }) => roles.join(', ') || 'none' },
        { heading: 'State', cell: ({ state }) => <StateTag state={state} /> },
        { heading: 'Last signed in', cell: ({ lastSeen }) => lastSeen },
        { heading: 'What next', cell: ({ next }) => next || 'nothing' },
      ]}
    />
  </>
)
