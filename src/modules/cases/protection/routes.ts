import type { Route } from '#platform/web/route.ts'
import { addTiePage } from './add-tie/page.ts'
import { addWallPage } from './add-wall/page.ts'
import { emergenciesPage } from './emergencies/page.ts'
import { endEmergencyPage } from './emergency/end-page.ts'
import { emergencyPage } from './emergency/page.ts'
import { endTiePage, endWallPage } from './end/pages.ts'
import { historyPage } from './history/page.ts'
import { openedPage } from './opened/page.ts'
import { protectionPage } from './overview/page.ts'
import { reviewEmergencyPage } from './review-emergency/page.ts'
import { reviewSealPage } from './review-seal/page.ts'
import { sealPage } from './seal/page.ts'

/** Seals, walls, ties, emergencies, and who has opened what. `wordsOf`: the acts of the access record in words. */
export const protectionRoutes = (wordsOf: (act: string) => string): readonly Route[] => [
  emergencyPage,
  emergenciesPage,
  reviewEmergencyPage,
  endEmergencyPage,
  protectionPage,
  sealPage,
  reviewSealPage,
  addWallPage,
  endWallPage,
  addTiePage,
  endTiePage,
  openedPage(wordsOf),
  historyPage,
]

export const protectionActs = {
  'family.opened-in-emergency': 'Opened the record in an emergency',
  'family.emergencies-listed': 'Looked at what was opened in an emergency',
  'family.emergency-reviewed': 'Looked at why the record was opened in an emergency',
  'family.emergency-ended': 'Ended their access in an emergency',
  'family.protection-read': 'Looked at who may see the record',
  'family.sealed': 'Sealed the record',
  'family.seal-reviewed': 'Looked at the seal again',
  'family.person-kept-out': 'Kept somebody out of the record',
  'family.person-let-in': 'Let somebody see the record again',
  'family.staff-tie-recorded': 'Recorded that a member of staff knows somebody in the family',
  'family.openings-read': 'Looked at who has opened the record',
  'family.history-read': 'Read what was recorded before',
}
