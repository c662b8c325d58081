import { page } from '#platform/web/page.ts'
import { isPerson, notRecorded } from '#platform/web/route.ts'
import { ownAccount } from '../access.ts'
import { paths } from '../paths.ts'
import { roleWords } from '../role-words.ts'
import { ownEmail, ownGrants } from '../store.ts'
import { datesWords, inForce } from '../words.ts'
import { OwnAccount } from './view.tsx'

/** `/account`: who I am here, what I may be, and how I sign in. */
export const accountPage = page({
  path: paths.account,
  permission: ownAccount,
  record: notRecorded('one’s own account'),
  title: 'Your account',
  async load({ actor, db, asked, services }) {
    if (!isPerson(actor)) return null
    const today = services.clock.today()
    const grants = await ownGrants(db, actor.accountId)
    const named = new Map(actor.grants.map(({ id, organisation }) => [id, organisation]))
    return {
      name: actor.name,
      email: await ownEmail(db, actor.accountId),
      acting: `${roleWords(actor.grant.role)}, ${actor.grant.organisation}`,
      others: actor.grants.length - 1,
      codeSet: asked.session.codeSet,
      recoveryCodesLeft: actor.recoveryCodesLeft,
      roles: grants.map((grant) => ({
        role: roleWords(grant.role),
        organisation: named.get(grant.id) ?? grant.organisation ?? 'another organisation',
        dates: datesWords(grant, today),
        now: inForce(grant, today),
      })),
    }
  },
  view: OwnAccount,
})
