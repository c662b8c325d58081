import { InsetText, SummaryList, Tag } from '#ui/govuk/index.ts'
import { EmptyState, ListTable, PageHeading } from '#ui/page-parts/index.ts'
import { paths } from '../paths.ts'

type Role = { role: string; organisation: string; dates: string; now: boolean }
type Props = {
  loaded: {
    name: string
    email: string
    acting: string
    others: number
    codeSet: boolean
    recoveryCodesLeft: number
    roles: readonly Role[]
  }
}

/** From here on it is time to get new ones: each sign-in without the app takes one. */
const fewCodes = 2
const leftWords = (left: number): string => (left === 0 ? 'none left' : `${left} left`)

const FewCodes = ({ left }: { left: number }) => (
  <InsetText>
    {left === 0
      ? 'You have no recovery codes left. If you lose your phone, you cannot sign in without an administrator. '
      : `You have only ${left} recovery ${left === 1 ? 'code' : 'codes'} left. Without one you cannot sign in if you lose your phone. `}
    <a class="govuk-link" href={paths.recoveryCodes.to()}>
      Get 10 new ones now
    </a>
  </InsetText>
)

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
    {loaded.codeSet && loaded.recoveryCodesLeft <= fewCodes && <FewCodes left={loaded.recoveryCodesLeft} />}
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
              ? []
              : [{ text: 'Set up', href: paths.setUpCode.to(), hidden: 'an authenticator app' }],
          },
        },
        loaded.codeSet && {
          key: 'Recovery codes',
          value: leftWords(loaded.recoveryCodesLeft),
          actions: { items: [{ text: 'Get new recovery codes', href: paths.recoveryCodes.to() }] },
        },
      ]}
    />
    <ListTable
      id="roles"
      caption="Your roles"
      cards
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
