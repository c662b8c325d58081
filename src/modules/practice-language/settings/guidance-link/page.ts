import { formPage } from '#platform/web/form-page.ts'
import { isPerson } from '#platform/web/route.ts'
import { keepRules } from '../../access.ts'
import { categories } from '../../engine/finding.ts'
import { paths } from '../../paths.ts'
import { decisionOf, linkOf } from '../overlay.ts'
import { decide, lockRules, readInForce } from '../store.ts'
import { guidanceLinkForm } from './form.ts'
import { GuidanceLink } from './view.tsx'

export const guidanceLinkPage = formPage({
  path: paths.guidanceLink,
  permission: keepRules,
  record: {
    act: 'wording.guidance-named',
    subject: ({ category }) => ({ kind: 'wording category', id: category }),
  },
  title: 'Name your borough’s guidance',
  area: 'Settings',
  form: guidanceLinkForm,
  async load({ actor, db, params, services }) {
    const category = categories.find((each) => each === params.category)
    if (!isPerson(actor) || category === undefined) return null
    const { organisationId, organisation } = actor.grant
    const today = services.clock.today()
    const decisions = await readInForce(db, organisationId, today)
    return {
      organisationId,
      organisation,
      personId: actor.personId,
      today,
      category,
      link: linkOf(decisions, category),
      decision: decisionOf(decisions, category, 'link') ?? null,
    }
  },
  initial: ({ link }) => link ?? {},
  async save({ db, input: { reason, title, url }, loaded: { category, organisationId, personId, today } }) {
    await lockRules(db, organisationId)
    const change = { kind: 'link', data: { title, url } } as const
    await decide(db, { organisationId, ruleId: category, change, reason, today, ends: null, decidedBy: personId })
    return { redirect: paths.rules.to(), reason, cookies: { flash: 'The guidance was named.' } }
  },
  view: GuidanceLink,
})
