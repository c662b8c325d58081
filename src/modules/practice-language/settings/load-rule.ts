import type { Given } from '#platform/web/page.ts'
import { isPerson } from '#platform/web/route.ts'
import { rulesOf } from './checker.ts'

/** A rule as the reader's borough has it, for its page and the forms that change it. Null where there is none of that id. */
export const loadRule = async ({
  actor,
  db,
  params,
  services,
}: Pick<Given<string>, 'actor' | 'db' | 'services'> & { readonly params: { readonly rule: string } }) => {
  if (!isPerson(actor)) return null
  const { organisationId, organisation, role } = actor.grant
  const today = services.clock.today()
  const rule = (await rulesOf(db, organisationId, today)).find(({ id }) => id === params.rule)
  if (rule === undefined) return null
  return { organisationId, organisation, personId: actor.personId, mayChange: role === 'lead', today, rule }
}

export type LoadedRule = NonNullable<Awaited<ReturnType<typeof loadRule>>>
