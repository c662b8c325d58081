import { type Given, page } from '#platform/web/page.ts'
import { managePartnership } from '../access.ts'
import { paths } from '../paths.ts'
import { readMemberships, readPartnerships, readTerms } from '../store.ts'
import { Partnership } from './view.tsx'

export const partnershipPage = page({
  path: paths.partnership,
  permission: managePartnership,
  record: { act: 'partnership.seen', subject: ({ partnership }) => ({ kind: 'partnership', id: partnership.id }) },
  title: 'Partnership',
  area: 'Settings',
  wide: true,
  load,
  view: Partnership,
})

async function load({ db, services }: Given<string>) {
  // A project manager's grant names one partnership; the database shows no other.
  const [partnership] = await readPartnerships(db)
  if (!partnership) return null
  return {
    partnership,
    today: services.clock.today(),
    memberships: await readMemberships(db, partnership.id),
    terms: await readTerms(db, partnership.id),
  }
}

export type LoadedPartnership = NonNullable<Awaited<ReturnType<typeof load>>>
