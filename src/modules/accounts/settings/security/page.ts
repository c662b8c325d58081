import { formPage } from '#platform/web/form-page.ts'
import { isPerson } from '#platform/web/route.ts'
import { administer } from '../../access.ts'
import { changeSecurity, securityOf } from '../../admin-store.ts'
import { paths } from '../../paths.ts'
import { mostMinutesOf, securityForm } from './form.ts'
import { Security } from './view.tsx'

/** `/settings/security`: how the organisation's people sign in, and how long a screen may be left. */
export const securityPage = formPage({
  path: paths.security,
  permission: administer,
  record: {
    act: 'organisation.security-changed',
    subject: ({ organisationId }) => ({ kind: 'organisation', id: organisationId }),
  },
  title: 'Signing in',
  area: 'Settings',
  form: ({ most }) => securityForm(most),
  async load({ actor, db }) {
    if (!isPerson(actor)) return null
    const { organisationId, organisation } = actor.grant
    const now = await securityOf(db, organisationId)
    return { organisationId, organisation, now, most: mostMinutesOf(now.kind) }
  },
  initial: ({ now }) => ({ code: now.second_factor_required ? 'yes' : 'no', minutes: String(now.idle_minutes) }),
  async save({ db, loaded, input }) {
    await changeSecurity(db, loaded.organisationId, {
      secondFactorRequired: input.code === 'yes',
      idleMinutes: input.minutes,
    })
    const reason = `authenticator app ${input.code === 'yes' ? 'required' : 'not required'}, ${input.minutes} minutes`
    return { redirect: paths.security.to(), reason, cookies: { flash: 'Saved.' } }
  },
  view: Security,
})
