import type { Route } from '#platform/web/route.ts'
import { giveUpVersionPage } from './give-up/page.ts'
import { versionsPage } from './list/page.ts'
import { lockVersionPage } from './lock/page.ts'
import { newVersionPage } from './new/page.ts'
import { settingPage } from './setting/page.ts'
import { versionPage } from './show/page.ts'
import { signVersionPage } from './sign/page.ts'

export const versionRoutes: readonly Route[] = [
  versionsPage,
  newVersionPage,
  settingPage,
  versionPage,
  signVersionPage,
  lockVersionPage,
  giveUpVersionPage,
]

export const versionActs: Record<string, string> = {
  'change-version.prepared': 'Looked at what a version of change data would be computed from',
  'change-version.made': 'Computed a version of change data',
  'change-version.read': 'Read a version of change data',
  'change-version.sign-opened': 'Opened a version of change data for signing',
  'change-version.signed': 'Signed a version of change data as its analyst',
  'change-version.lock-opened': 'Looked at what would leave the borough with a version of change data',
  'change-version.locked': 'Locked a version of change data and released what may leave the borough',
  'change-version.given-up': 'Gave up a version of change data, or sent it back',
  'withholding.set': 'Set which numbers of change data are withheld',
}
