import { formPage } from '#platform/web/form-page.ts'
import { isPerson } from '#platform/web/route.ts'
import { keepKeys } from '../../access.ts'
import { paths } from '../../paths.ts'
import { linkForm } from './form.ts'
import { versionOf } from './key.ts'
import { readKeys, readLink, writeLink } from './store.ts'
import { CaseSystem } from './view.tsx'

/** Where the case management system is, and its keys. */
export const caseSystemPage = formPage({
  path: paths.caseSystem,
  permission: keepKeys,
  record: { act: 'case-system.link-set' },
  title: 'Case management system',
  area: 'Settings',
  form: linkForm,
  async load({ actor, db, services }) {
    if (!isPerson(actor)) return null
    const { organisationId, organisation } = actor.grant
    return {
      organisationId,
      organisation,
      personId: actor.personId,
      link: await readLink(db, organisationId),
      keys: await readKeys(db, organisationId),
      today: services.clock.today(),
      baseUrl: services.baseUrl,
    }
  },
  initial: ({ link }) => ({ url: link ?? '' }),
  async save({ db, input, loaded: { organisationId, personId, link }, asked }) {
    const now = await readLink(db, organisationId)
    // What the page showed is sent back: somebody else may have set another since.
    if (asked.body['_version'] !== versionOf(now) && now !== input.url) return { theirs: { url: now ?? 'not set' } }
    if (link !== input.url) await writeLink(db, { organisationId, personId, url: input.url })
    return { redirect: paths.caseSystem.to(), cookies: { flash: 'The address of the case system was saved.' } }
  },
  view: CaseSystem,
})
