import { type Given, loadFor, recordedAs, recordRead } from '#platform/web/page.ts'
import { isPerson, type Route } from '#platform/web/route.ts'
import { seeFamilies, writeFamilies } from '../access.ts'
import { readByNumber } from '../list/store.ts'
import { paths } from '../paths.ts'
import { FromCaseSystem } from './from-case-system-view.tsx'

const record = {
  act: 'family.asked-by-number',
  subject: ({ organisationId }: { organisationId: string }) => ({ kind: 'organisation', id: organisationId }),
}

/**
 * A link out of the borough's case system, with its number: one record leads there at once, of several one chooses. Where none is there that the person
 * may open it says so in the same words whether there is none or it is hidden from them.
 */
export const fromCaseSystemPage: Route = {
  kind: 'page',
  methods: ['GET'],
  path: paths.fromCaseSystem,
  permission: seeFamilies,
  recorded: recordedAs(record),
  async answer(asked) {
    const loaded = await loadFor(asked, { load })
    if (loaded === null) return { kind: 'not-found' }
    await recordRead(asked, record, loaded)
    const [first, ...others] = loaded.lines
    if (first !== undefined && others.length === 0)
      return { kind: 'redirect', to: paths.family.to({ familyId: first.id }) }
    return {
      kind: 'page',
      status: 200,
      title: 'From the case system',
      main: FromCaseSystem({ loaded }),
      area: 'Families',
      wide: loaded.lines.length > 0,
      exit: false,
      errors: false,
    }
  },
}

async function load({ actor, db, params, services }: Given<typeof paths.fromCaseSystem.pattern>) {
  if (!isPerson(actor)) return null
  const number = params.number.trim()
  return {
    organisationId: actor.grant.organisationId,
    number,
    today: services.clock.today(),
    writes: writeFamilies.roles.includes(actor.grant.role),
    lines: number === '' || number.length > 100 ? [] : await readByNumber(db, number),
  }
}

export type LoadedFromCaseSystem = NonNullable<Awaited<ReturnType<typeof load>>>
