import { z } from 'zod'
import { formPage } from '#platform/web/form-page.ts'
import { isPerson, notRecorded } from '#platform/web/route.ts'
import { ownAccount } from '../access.ts'
import { paths } from '../paths.ts'
import { roleWords } from '../role-words.ts'
import { ChooseRole } from './view.tsx'

const choose = 'Choose the role that you want to act in'
export const roleForm = z.strictObject({ grant: z.guid(choose) })

/** `/account/role`: which of several roles to act in. It decides where a page is open to more than one; each still runs in one only. */
export const rolePage = formPage({
  path: paths.role,
  permission: ownAccount,
  record: notRecorded('it opens nothing that was not open before'),
  title: 'Choose a role',
  form: roleForm,
  async load({ actor }) {
    if (!isPerson(actor)) return null
    return {
      grants: actor.grants.map(({ id, role, organisation }) => ({ id, text: `${roleWords(role)}, ${organisation}` })),
      now: actor.grant.id,
    }
  },
  initial: ({ now }) => ({ grant: now }),
  async save({ loaded, input }) {
    if (!loaded.grants.some(({ id }) => id === input.grant)) return { errors: { grant: choose } }
    return { redirect: '/', cookies: { acting: input.grant } }
  },
  view: ChooseRole,
})
