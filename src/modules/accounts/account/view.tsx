import { SummaryList, Tag } from '#ui/govuk/index.ts'
import { EmptyState, ListTable, PageHeading } from '#ui/page-parts/index.ts'
import { paths } from '../paths.ts'

type Role = { role: string; organisation: string; dates: string; now: boolean }
type Props = {
  loaded: { name: string; email: string; acting: string; others: number; codeSet: boolean; roles: readonly Role[] }
}

const Link = ({ href, text }: { href: string; text: string }) => (
  <p class="govuk-body">
    <a class="govuk-link" href={href}>
      {text}
    </a>
  </p>
)

export const OwnAccount = ({ loaded }: Props) => (
  <>
    <PageHeading>Your account</PageHeading>
    <SummaryList
      rows={[
        { key: 'Name', value: loaded.name },
        { key: 'Email address', value: loaded.email },
        {
          key: 'You act as',
          value: loaded.acting,
          actions:
            loaded.others > 0
              ? { items: [{ text: 'Change', href: paths.role.to(), hidden: 'the role you act in' }] }
              : undefined,
        },
        {
          key: 'Passphrase',
          value: 'Set',
          actions: { items: [{ text: 'Change', href: paths.passphrase.to(), hidden: 'your passphrase' }] },
        },
        {
          key: 'Authenticator app',
          value: loaded.codeSet ? 'Set up' : 'Not set up',
          actions: {
            items: loaded.codeSet
              ? [{ text: 'Get new recovery codes', href: paths.recoveryCodes.to() }]
              : [{ text: 'Set up', href: paths.setUpCode.to(), hidden: 'an authenticator app' }],
          },
        },
      ]}
    />
    <ListTable
      id="roles"
      caption="Your roles"
      rows={loaded.roles}
      empty={<EmptyState title="You have no role" />}
      columns={[
        { heading: 'Role', cell: ({ role }) => role },
        { heading: 'Organisation', cell: ({ organisation }) => organisation },
        { heading: 'Dates', cell: ({ dates }) => dates },
        {
          heading: 'State',
          cell: ({ now }) =>
            now ? <Tag classes="govuk-tag--green">In force</Tag> : <Tag classes="govuk-tag--grey">Not in force</Tag>,
        },
      ]}
    />
    <p class="govuk-body">Roles are given and ended by an administrator of the organisation.</p>
    <Link href={paths.sessions.to()} text="See where you are signed in" />
  </>
)
