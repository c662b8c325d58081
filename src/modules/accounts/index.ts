import type { MailTemplate } from '#platform/mail/template.ts'
import type { Module } from '#platform/module.ts'
import { accountPage } from './account/page.ts'
import type { DemonstrationSignIn } from './demonstration.ts'
import { demonstrationMailPage } from './demonstration-mail/page.ts'
import { demonstrationSignInsPage } from './demonstration-sign-ins/page.ts'
import { invitationPage } from './invitation/page.ts'
import { inviteCommand } from './invite-command/command.ts'
import { accountMails } from './mails.ts'
import { passphrasePage } from './passphrase/page.ts'
import { recoveryCodePage } from './recovery-code/page.ts'
import { recoveryCodesPage } from './recovery-codes/page.ts'
import { rolePage } from './role/page.ts'
import { endAllSessionsRoute, sessionsPage } from './sessions/page.ts'
import { setUpCodePage } from './set-up-code/page.ts'
import { closeAccountPage } from './settings/close-account/page.ts'
import { endRolePage } from './settings/end-role/page.ts'
import { grantRolePage } from './settings/grant-role/page.ts'
import { accountsHome } from './settings/home-section.ts'
import { invitationsPage } from './settings/invitations/page.ts'
import { invitePage } from './settings/invite/page.ts'
import { peoplePage } from './settings/people/page.ts'
import { personPage } from './settings/person/page.ts'
import { recordPage } from './settings/record/page.ts'
import { securityPage } from './settings/security/page.ts'
import { sendLinkPage } from './settings/send-link/page.ts'
import { withdrawPage } from './settings/withdraw/page.ts'
import { signInPage } from './sign-in/page.ts'
import { signInCodePage } from './sign-in-code/page.ts'
import { leaveRoute, signOutAndHideRoute, signOutRoute } from './sign-out/page.ts'
import { accountActs } from './words.ts'

export type { DemonstrationSignIn } from './demonstration.ts'

/** What accounts needs of the house: the invented people of the demonstration, and the templates of all rooms, for the page that shows their messages. */
export type AccountsOptions = {
  readonly signIns: readonly DemonstrationSignIn[]
  readonly mails: () => Readonly<Record<string, MailTemplate>>
  /** The acts of all rooms in words, for the page that shows the access record. */
  readonly acts: () => Readonly<Record<string, string>>
}

const door = [
  signInPage,
  signInCodePage,
  recoveryCodePage,
  setUpCodePage,
  signOutRoute,
  signOutAndHideRoute,
  leaveRoute,
  invitationPage,
]
const own = [accountPage, passphrasePage, recoveryCodesPage, sessionsPage, endAllSessionsRoute, rolePage]
const settings = [
  peoplePage,
  personPage,
  grantRolePage,
  endRolePage,
  sendLinkPage,
  closeAccountPage,
  invitationsPage,
  invitePage,
  withdrawPage,
  securityPage,
]

/** Signing in and out, one's own account, and the accounts, roles and access record of an organisation. */
export const accountsModule = ({ signIns, mails, acts }: AccountsOptions): Module => ({
  name: 'accounts',
  routes: [
    ...door,
    ...own,
    ...settings,
    recordPage(acts),
    demonstrationSignInsPage(signIns),
    demonstrationMailPage(mails),
  ],
  home: [accountsHome],
  mails: accountMails,
  acts: accountActs,
  commands: [inviteCommand],
})
