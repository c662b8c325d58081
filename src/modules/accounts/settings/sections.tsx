import { Trail } from '#ui/layout.tsx'
import { SectionTabs } from '#ui/page-parts/index.ts'
import { paths } from '../paths.ts'

const sections = [
  { text: 'Accounts', href: paths.people.to() },
  { text: 'Invitations', href: paths.invitations.to() },
  { text: 'Access record', href: paths.record.to() },
  { text: 'Signing in', href: paths.security.to() },
] as const

/** The sections of an administrator's settings that accounts gives. */
export const SettingsTabs = ({ current }: { current: string }) => (
  <SectionTabs
    label="Settings of accounts"
    sections={sections.map((section) => ({ ...section, current: section.href === current }))}
  />
)

/** Where one account stands. */
export const AccountTrail = ({ account, here }: { account: { id: string; name: string }; here?: string }) => (
  <Trail
    items={[
      { text: 'Accounts', href: paths.people.to() },
      ...(here === undefined
        ? [{ text: account.name }]
        : [{ text: account.name, href: paths.person.to({ id: account.id }) }, { text: here }]),
    ]}
  />
)

/** Where one invitation stands. */
export const InvitationTrail = ({ here }: { here: string }) => (
  <Trail items={[{ text: 'Invitations', href: paths.invitations.to() }, { text: here }]} />
)
