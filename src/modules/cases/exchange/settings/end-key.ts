import { z } from 'zod'
import { formPage } from '#platform/web/form-page.ts'
import { isPerson } from '#platform/web/route.ts'
import { keepKeys } from '../../access.ts'
import { paths } from '../../paths.ts'
import { EndKey } from './key-views.tsx'
import { readKeys, revokeKey } from './store.ts'

/** Ends a key at once. */
export const endKeyPage = formPage({
  path: paths.endKey,
  permission: keepKeys,
  record: { act: 'case-system.key-ended', subject: ({ key }) => ({ kind: 'api-key', id: key.id }) },
  title: 'End a key of the case system',
  area: 'Settings',
  form: z.strictObject({}),
  async load({ actor, db, params }) {
    if (!isPerson(actor)) return null
    const { organisationId, organisation } = actor.grant
    const key = (await readKeys(db, organisationId)).find(({ id }) => id === params.entryId)
    return key ? { organisation, key } : null
  },
  async save({ db, loaded: { key } }) {
    await revokeKey(db, key.id)
    return { redirect: paths.caseSystem.to(), cookies: { flash: 'The key opens nothing any more.' } }
  },
  view: EndKey,
})
