import type { Role } from '#platform/access/role.ts'
import { roles } from '#platform/access/role.ts'
import { type Row, rowsOf, type World } from './world.ts'

/** A person in the role and organisation of one grant in force. */
export type Me = {
  readonly accountId: string
  readonly personId: string
  readonly role: string
  readonly organisationId: string
  readonly partnershipId: string | null
}

/** Roles of the database that no grant gives. `login`, `door` and `worker` are the sign-in names outside any role. */
export const machines = [
  ...(['public', 'sign_in', 'job', 'command', 'system', 'loader', 'owner', 'access', 'figures'] as const),
  ...(['login', 'door', 'worker'] as const),
]
export type Machine = (typeof machines)[number]
export type Taken = Role | Machine

/** Who asks: the role that the transaction took, and the person whom token and grant prove, if any. */
export type Asker = { readonly taken: Taken; readonly me: Me | null }

/** Which rows, in words and as a test. `me` is null for roles that no grant gives. */
export type Rows = { readonly words: string; readonly test: (row: Row, world: World, me: Me) => boolean }

/** These roles, these rows, and where not every column: these columns. */
export type Rule = { readonly who: readonly Taken[]; readonly rows: Rows; readonly columns?: readonly string[] }

/**
 * `samples`: values in SQL that read no row and are right for any; a column without one is set to itself. `refused`: changes that nobody may make even
 * to these rows, as what stands behind `set`.
 */
export type ChangeRule = Rule & {
  readonly samples?: Readonly<Record<string, string>>
  readonly refused?: readonly string[]
}

/** What the policy says of one table. What it does not say is refused. */
export type TablePolicy = {
  /** The columns that tell its rows apart. */
  readonly key: readonly string[]
  readonly see: readonly Rule[]
  readonly add?: readonly Rule[]
  readonly change?: readonly ChangeRule[]
  readonly remove?: readonly Rule[]
}

/**
 * What the policy says of one function: who may call it. `proven`: and only for somebody whom token and grant prove. `refusing`: called about nothing
 * it refuses everybody; what it does otherwise is tried in the doors. `trigger`: it runs when rows are written, and nobody can call it at all.
 */
export type CallPolicy = {
  readonly who: readonly Taken[]
  readonly proven?: boolean
  readonly refusing?: boolean
  readonly trigger?: boolean
}

export const people: readonly Role[] = roles
/** Everybody of a borough who works with families, and those who run the partnership. */
export const but = (...left: readonly Role[]): Role[] => roles.filter((role) => !left.includes(role))

/** The partnerships a grant opens: the one it names; else those in which its organisation takes part today. */
export const partnershipsOf = (world: World, me: Me): readonly string[] =>
  me.partnershipId === null
    ? rowsOf(world, 'membership')
        .filter((row) => row['organisation_id'] === me.organisationId && inForce(row, world.today))
        .map((row) => String(row['partnership_id']))
    : [me.partnershipId]

/** The authorities whose staff a grant opens: its own; for a partnership's role, those that are members today. */
export const authoritiesOf = (world: World, me: Me): readonly string[] =>
  me.partnershipId === null
    ? [me.organisationId]
    : rowsOf(world, 'membership')
        .filter((row) => row['partnership_id'] === me.partnershipId && row['capacity'] === 'authority')
        .filter((row) => inForce(row, world.today))
        .map((row) => String(row['organisation_id']))

/** Half-open: the first day counts, the last does not. */
export const inForce = (row: Row, today: string): boolean =>
  String(row['starts']) <= today && (row['ends'] == null || String(row['ends']) > today)

const among = (ids: readonly string[], value: Row[string] | undefined): boolean => ids.includes(String(value))

export const everyRow: Rows = { words: 'every row', test: () => true }
export const myPartnerships = (column = 'partnership_id'): Rows => ({
  words: 'of my partnerships',
  test: (row, world, me) => among(partnershipsOf(world, me), row[column]),
})
export const myOrganisation = (column = 'authority_id'): Rows => ({
  words: 'of my own organisation',
  test: (row, _world, me) => row[column] === me.organisationId,
})
export const myself = (column = 'account_id'): Rows => ({
  words: 'my own',
  test: (row, _world, me) => row[column] === me.accountId,
})
/** Old enough to be cleared away. */
export const olderThan = (column: string, days: number): Rows => ({
  words: `older than ${days} ${days === 1 ? 'day' : 'days'}`,
  test: (row, world) => Date.parse(String(row[column])) < world.now.getTime() - days * 86_400_000,
})
export const both = (one: Rows, words: string, test: Rows['test']): Rows => ({
  words: `${one.words}, ${words}`,
  test: (row, world, me) => one.test(row, world, me) && test(row, world, me),
})

/** A term that is out: its day of publication has come. */
export const published = (world: World, partnership: unknown, number: unknown): boolean =>
  rowsOf(world, 'term').some(
    (term) =>
      term['partnership_id'] === partnership &&
      term['number'] === number &&
      term['published_on'] != null &&
      String(term['published_on']) <= world.today,
  )

const nobody: Me = { accountId: '', personId: '', role: '', organisationId: '', partnershipId: null }

const isPerson = (taken: Taken): boolean => roles.some((role) => role === taken)

/** The rules of a list that serve an asker. A person's role serves only the person who holds it, in the grant that gives it. */
export const rulesFor = <T extends Rule>(rules: readonly T[] | undefined, { taken, me }: Asker): readonly T[] =>
  isPerson(taken) && me?.role !== taken ? [] : (rules ?? []).filter((rule) => rule.who.includes(taken))

/** The rows of a table that an asker may see, add, change or remove under the given rules. */
export const allowed = (
  rules: readonly Rule[] | undefined,
  asker: Asker,
  rows: readonly Row[],
  world: World,
): Row[] => {
  const serving = rulesFor(rules, asker)
  return rows.filter((row) => serving.some((rule) => rule.rows.test(row, world, asker.me ?? nobody)))
}

/** The columns that a role has been given for some rule, whoever holds it; null where it has none, `all` where it has them all. */
export const columnsOf = (rules: readonly Rule[] | undefined, taken: Taken): readonly string[] | 'all' | null => {
  const serving = (rules ?? []).filter((rule) => rule.who.includes(taken))
  if (serving.length === 0) return null
  if (serving.some((rule) => rule.columns === undefined)) return 'all'
  return [...new Set(serving.flatMap((rule) => rule.columns ?? []))]
}
