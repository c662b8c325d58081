import type { Cell } from './cells.ts'
import { mayJoin, readers, sealedFamilies, seesFamily, sightOf, workers } from './families.ts'
import type { Asker, Me } from './policy.ts'
import { inForce } from './policy.ts'
import { revealedTo } from './policy-cases-protection.ts'
import { type Row, rowsOf, type World } from './world.ts'

const list = (ids: readonly unknown[]): string => [...new Set(ids.map(String))].sort().join(',')
const listed = (set: string): string => `select string_agg(x::text, ',' order by x::text) from ${set} x`
const idsIn = (call: string): string => `select string_agg(x.id::text, ',' order by x.id::text) from ${call} x`
const has = (roles: readonly string[], role: string): boolean => roles.includes(role)
const literal = (value: unknown): string => `'${String(value).replaceAll("'", "''")}'`

const seen = (world: World, me: Me): Row[] => rowsOf(world, 'family').filter((row) => seesFamily(world, me, row['id']))

/** What of a perpetrator's pattern follows into this family out of others that are not hidden. */
const patternElsewhere = (world: World, me: Me, family: unknown): string[] => {
  if (!seesFamily(world, me, family)) return []
  const here = rowsOf(world, 'family_individual')
    .filter((row) => row['family_id'] === family && row['part'] === 'perpetrator')
    .map((row) => row['individual_id'])
  return rowsOf(world, 'pattern_entry')
    .filter((row) => here.includes(row['perpetrator_id']) && row['family_id'] !== family && row['withdrawn_at'] == null)
    .filter((row) => !sightOf(world, me).hidden.has(String(row['family_id'])))
    .map((row) => `${row['perpetrator_id']} ${row['carried']}`)
}

/** Families seen in which the name of the family, or of somebody, has a word that begins so. */
const found = (world: World, me: Me, word: string): unknown[] => {
  const begins = (row: Row | undefined) =>
    String(row?.['name'])
      .toLowerCase()
      .split(' ')
      .some((each) => each.startsWith(word))
  const named = rowsOf(world, 'individual').filter(begins)
  return seen(world, me)
    .filter(
      (family) =>
        begins(family) ||
        rowsOf(world, 'family_individual').some(
          (row) => row['family_id'] === family['id'] && named.some((each) => each['id'] === row['individual_id']),
        ),
    )
    .map((row) => row['id'])
}

const staff = (world: World, me: Me): unknown[] =>
  rowsOf(world, 'person')
    .filter((row) => row['organisation_id'] === me.organisationId && inForce(row, world.today))
    .map((row) => row['id'])

/** Staff of the organisation, and whoever was ever given a role in it. */
const namedStaff = (world: World, me: Me): unknown[] => {
  const lent = rowsOf(world, 'role_grant')
    .filter((row) => row['organisation_id'] === me.organisationId)
    .map((row) => rowsOf(world, 'account').find((account) => account['id'] === row['account_id'])?.['person_id'])
  return rowsOf(world, 'person')
    .filter((row) => row['organisation_id'] === me.organisationId || lent.includes(row['id']))
    .map((row) => row['id'])
}

/** Names are told to whoever works with families or signs figures. */
const ofNames = (world: World, me: Me | null): Cell => {
  const everybody = rowsOf(world, 'person').map((row) => literal(row['id']))
  return {
    sql: idsIn(`access.staff_names(array[${everybody.join(',')}]::uuid[])`),
    want: me !== null && has([...readers, 'analyst'], me.role) ? list(namedStaff(world, me)) : '',
  }
}

const ofReaders = (world: World, me: Me | null): Cell[] => {
  const mine = me !== null && has(workers, me.role)
  const families = rowsOf(world, 'family').map((row) => row['id'])
  // What is hidden from somebody is asked about in the words of anybody's grant; only readers' answers are of use to anybody.
  const may = me !== null && has(readers, me.role) ? me : null
  return [
    { sql: listed('unnest(access.families())'), want: mine ? list([...sightOf(world, me).mine]) : '' },
    { sql: listed('unnest(access.hidden_families())'), want: me === null ? '' : list([...sightOf(world, me).hidden]) },
    ...families.map((id) => ({
      sql: `select access.sees_family('${id}')::text`,
      want: String(may !== null && seesFamily(world, may, id)),
    })),
    ...families.map((id) => ({
      sql: `select string_agg(x.perpetrator_id || ' ' || x.carried, ',' order by x.carried collate "C") from access.pattern_elsewhere('${id}') x`,
      want: may === null ? '' : patternElsewhere(world, may, id).sort(byCarried).join(','),
    })),
    ...families.map((id) => ({
      sql: `select count(*) from access.family_record('${id}', 10)`,
      want: String(may !== null && seesFamily(world, may, id) ? entriesOf(world, id).length : 0),
    })),
    ...['household', 'dar', 'perp', 'nobody'].map((word) => ({
      sql: listed(`access.search_families('${word}')`),
      want: may === null ? '' : list(found(world, may, word)),
    })),
    { sql: idsIn('access.colleagues()'), want: may === null ? '' : list(staff(world, may)) },
    ofNames(world, me),
  ]
}

const byCarried = (one: string, other: string): number => (one.slice(37) < other.slice(37) ? -1 : 1)

const entriesOf = (world: World, family: unknown): Row[] =>
  rowsOf(world, 'record_entry').filter((row) => row['subject_kind'] === 'family' && row['subject_id'] === family)

const samePerpetrator = (world: World, me: Me, name: unknown): unknown[] =>
  rowsOf(world, 'individual')
    .filter((row) => row['name'] === name && row['authority_id'] === me.organisationId)
    .filter((row) =>
      rowsOf(world, 'family_individual').some(
        (member) =>
          member['individual_id'] === row['id'] &&
          member['part'] === 'perpetrator' &&
          !sightOf(world, me).hidden.has(String(member['family_id'])),
      ),
    )
    .map((row) => row['id'])

const ofWorkers = (world: World, me: Me | null): Cell[] => {
  const may = me !== null && has(workers, me.role) ? me : null
  const individuals = rowsOf(world, 'individual').filter((row) => !String(row['name']).endsWith('survivor'))
  return [
    ...rowsOf(world, 'vault_value').map((row) => ({
      sql: `select access.is_revealed('${row['entry_id']}')::text`,
      want: String(me !== null && revealedTo(row, world, me)),
    })),
    ...individuals.flatMap(({ id, name }) => [
      ...['perpetrator', 'child'].map((part) => ({
        sql: `select access.may_join('${id}', '${part}')::text`,
        // Somebody in no family yet may be put into one by anybody who may put somebody into one.
        want: String(mayJoin(world, may ?? noWorker(me), id, part)),
      })),
      {
        sql: listed(`access.same_perpetrator(upper(${literal(name)}), '1980-02-03')`),
        want: may === null ? '' : list(samePerpetrator(world, may, name)),
      },
      { sql: listed(`access.same_perpetrator(${literal(name)}, '1980-02-04')`), want: '' },
    ]),
  ]
}

const noWorker = (me: Me | null): Me =>
  me ?? { accountId: '', personId: '', role: '', organisationId: '', partnershipId: null }

/** What the functions about families answer to whoever may call them. */
export const cellsOfCases = ({ taken, me }: Asker, world: World): Cell[] => {
  if (taken === 'system')
    return [
      { sql: `select coalesce(access.system_authority()::text, '')`, want: me?.organisationId ?? '' },
      {
        sql: listed('unnest(access.system_hidden())'),
        want: list(
          rowsOf(world, 'family')
            .filter((row) => row['authority_id'] === me?.organisationId && sealedFamilies(world).has(String(row['id'])))
            .map((row) => row['id']),
        ),
      },
    ]
  return [
    ...(has(readers, taken) ? ofReaders(world, me) : []),
    ...(has(workers, taken) ? ofWorkers(world, me) : []),
    ...(taken === 'analyst' ? [ofNames(world, me)] : []),
  ]
}
