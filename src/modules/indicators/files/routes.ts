import type { Route } from '#platform/web/route.ts'
import { addFilePage } from './add/page.ts'
import { filesPage } from './list/page.ts'
import { mappingPage } from './mapping/page.ts'
import { faultsFile } from './show/faults-file.ts'
import { filePage } from './show/page.ts'
import { withdrawFilePage } from './withdraw/page.ts'

/** Files uploaded, what is wrong with them, and how a borough's own table is read. */
export const filesRoutes: readonly Route[] = [
  filesPage,
  addFilePage,
  mappingPage,
  filePage,
  faultsFile,
  withdrawFilePage,
]

/** What the access record says of these pages. */
export const filesActs: Record<string, string> = {
  'return-file.taken-in': 'Uploaded a statutory return',
  'return-file.seen': 'Looked at a file of change data',
  'return-file.faults-downloaded': 'Downloaded what is wrong with a file of change data',
  'return-file.withdrawn': 'Withdrew a file of change data',
  'return-mapping.worked-on': 'Said how the table of domestic abuse at referral is read',
}
