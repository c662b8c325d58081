import type { Role } from '#platform/access/role.ts'
import { both, inForce, type Me, myOrganisation, type Rows } from './policy.ts'
import { type Row, rowsOf, type World } from './world.ts'

/** Who records, with the families they work with; and who reads those of the borough. */
export const workers: readonly Role[] = ['practitioner', 'champion', 'supervisor']
export const boroughReaders: readonly Role[] = ['lead', 'quality', 'borough_lead']
export const readers: readonly Role[] = [...workers, ...boroughReaders]

type Sight = {
  /** Nothing of these is there for them, whatever else they may. */
  readonly hidden: ReadonlySet<string>
  /** They work with these today. */
  readonly mine: ReadonlySet<string>
}

const idsOf = (rows: readonly Row[], column: string): string[] => rows.map((row) => String(row[column]))
const standing = (world: World, table: string): Row[] => rowsOf(world, table).filter((row) => row['ended_at'] == null)
const ofPerson = (rows: readonly Row[], { personId }: Me): Row[] => rows.filter((row) => row['person_id'] === personId)

/** Families under a seal that nobody has lifted. */
export const sealedFamilies = (world: World): ReadonlySet<string> =>
  new Set(idsOf(standing(world, 'family_seal'), 'family_id'))

/** Families of whose standing seal somebody is one of the named. */
const namedIn = (world: World, me: Me): string[] => {
  const seals = idsOf(standing(world, 'family_seal'), 'id')
  const names = ofPerson(standing(world, 'family_seal_person'), me)
  return idsOf(
    names.filter((name) => seals.includes(String(name['seal_id']))),
    'family_id',
  )
}

const hiddenFrom = (world: World, me: Me): ReadonlySet<string> => {
  const named = namedIn(world, me)
  const tiedTo = idsOf(ofPerson(standing(world, 'staff_tie'), me), 'individual_id')
  return new Set([
    ...[...sealedFamilies(world)].filter((family) => boroughFamilies(world, me).has(family) && !named.includes(family)),
    ...idsOf(ofPerson(standing(world, 'family_wall'), me), 'family_id'),
    ...idsOf(
      rowsOf(world, 'family_individual').filter((row) => tiedTo.includes(String(row['individual_id']))),
      'family_id',
    ),
  ])
}

const teamFamilies = (world: World, me: Me): Row[] => {
  const team = rowsOf(world, 'person').find((row) => row['id'] === me.personId)?.['team_id']
  return team == null ? [] : rowsOf(world, 'family').filter((row) => row['team_id'] === team)
}

const openedInEmergency = (world: World, me: Me): Row[] =>
  ofPerson(standing(world, 'break_glass'), me).filter((row) => Date.parse(String(row['until'])) > world.now.getTime())

const workedWith = (world: World, me: Me, hidden: ReadonlySet<string>): ReadonlySet<string> => {
  if (!workers.some((role) => role === me.role)) return new Set()
  const ids = [
    ...idsOf(
      ofPerson(rowsOf(world, 'family_worker'), me).filter((row) => inForce(row, world.today)),
      'family_id',
    ),
    ...namedIn(world, me),
    ...(me.role === 'supervisor' ? idsOf(teamFamilies(world, me), 'id') : []),
    ...(me.role === 'supervisor' ? idsOf(openedInEmergency(world, me), 'family_id') : []),
  ]
  const borough = boroughFamilies(world, me)
  return new Set(ids.filter((id) => borough.has(id) && !hidden.has(id)))
}

/** The families of the organisation of the grant. */
const boroughFamilies = (world: World, { organisationId }: Me): ReadonlySet<string> =>
  new Set(
    idsOf(
      rowsOf(world, 'family').filter((row) => row['authority_id'] === organisationId),
      'id',
    ),
  )

const sights = new WeakMap<World, Map<string, Sight>>()

/** What of families somebody sees in the role and organisation of one grant, from the rows alone. Asked often, so kept. */
export const sightOf = (world: World, me: Me): Sight => {
  const known = sights.get(world) ?? new Map<string, Sight>()
  sights.set(world, known)
  const key = `${me.personId} ${me.role} ${me.organisationId}`
  const found = known.get(key)
  if (found) return found
  const hidden = hiddenFrom(world, me)
  const sight = { hidden, mine: workedWith(world, me, hidden) }
  known.set(key, sight)
  return sight
}

/** Does somebody see this family at all? */
export const seesFamily = (world: World, me: Me, family: unknown): boolean => {
  const { hidden, mine } = sightOf(world, me)
  if (workers.some((role) => role === me.role)) return mine.has(String(family))
  return (
    boroughReaders.some((role) => role === me.role) &&
    boroughFamilies(world, me).has(String(family)) &&
    !hidden.has(String(family))
  )
}

/** Rows of families that they work with. */
export const ofMyFamilies = (column = 'family_id'): Rows => ({
  words: 'of families they work with',
  test: (row, world, me) => sightOf(world, me).mine.has(String(row[column])),
})

/** Rows of the borough's families, but for those hidden from whoever asks. */
export const ofBorough = (column = 'family_id'): Rows =>
  both(
    myOrganisation('authority_id'),
    'but for families hidden from them',
    (row, world, me) => row[column] != null && !sightOf(world, me).hidden.has(String(row[column])),
  )

/** What the key of a case management system reads: of its borough, never of a sealed family. */
export const ofUnsealed = (column = 'family_id'): Rows =>
  both(myOrganisation('authority_id'), 'not sealed', (row, world) => !sealedFamilies(world).has(String(row[column])))

/** People, and what was changed of them, through any family in which they are seen. */
export const throughFamilies = (sees: Rows, column = 'id'): Rows => ({
  words: `of people who are in a family ${sees.words}`,
  test: (row, world, me) =>
    rowsOf(world, 'family_individual').some(
      (member) => member['individual_id'] === row[column] && sees.test(member, world, me),
    ),
})

/** May somebody be put into a family: somebody new, of a family they see, or a perpetrator known in the borough in a record not hidden from them. */
export const mayJoin = (world: World, me: Me, individual: unknown, part: unknown): boolean => {
  const { hidden, mine } = sightOf(world, me)
  const known = rowsOf(world, 'family_individual').filter((row) => row['individual_id'] === individual)
  return (
    known.length === 0 ||
    known.some((row) => mine.has(String(row['family_id']))) ||
    (part === 'perpetrator' &&
      known.some(
        (row) =>
          row['part'] === 'perpetrator' &&
          row['authority_id'] === me.organisationId &&
          !hidden.has(String(row['family_id'])),
      ))
  )
}
