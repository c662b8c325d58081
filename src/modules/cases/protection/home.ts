import { sql } from 'kysely'
import type { HomeLine, HomeSection } from '#platform/module.ts'
import { protectFamilies } from '../access.ts'
import { paths } from '../paths.ts'

/** Seals and emergencies that somebody has to look at. */
export const protectionHome: HomeSection = {
  title: 'Records to look at',
  permission: protectFamilies,
  sort: 15,
  async load({ db }) {
    const { rows } = await sql<{ emergencies: number; seals: number; family: string | null }>`
      select (select count(*)::integer from break_glass b where b.reviewed_at is null and b.person_id <> access.person()) as emergencies,
        count(s.id)::integer as seals, min(s.family_id::text) as family
      from family_seal s where s.ended_at is null and s.review_due <= access.today()`.execute(db.q)
    const { emergencies = 0, seals = 0, family = null } = rows[0] ?? {}
    const lines: HomeLine[] = []
    if (emergencies > 0)
      lines.push({
        text:
          emergencies === 1
            ? '1 record was opened in an emergency: look at it'
            : `${emergencies} records were opened in an emergency: look at them`,
        href: paths.emergencies.to(),
        due: true,
      })
    if (seals > 0 && family !== null)
      lines.push({
        text: seals === 1 ? '1 seal is due to be looked at again' : `${seals} seals are due to be looked at again`,
        href: paths.reviewSeal.to({ familyId: family }),
        due: true,
      })
    return lines
  },
  whenEmpty: 'No record was opened in an emergency, and no seal is due to be looked at.',
}
