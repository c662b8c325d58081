import type { Insertable } from 'kysely'
import type { DB } from '#db/schema.ts'

export type Table = keyof DB
export type Row<T extends Table> = Insertable<DB[T]>

/** Everything that will be saved, table by table, in the order in which it was added. */
export type World = {
  add<T extends Table>(table: T, row: Row<T>): void
  rows<T extends Table>(table: T): readonly Row<T>[]
  replace<T extends Table>(table: T, rows: readonly Row<T>[]): void
}

export const makeWorld = (): World => {
  const tables = new Map<Table, object[]>()
  const list = (table: Table) => {
    const rows = tables.get(table) ?? []
    tables.set(table, rows)
    return rows
  }
  return {
    add: (table, row) => void list(table).push(row),
    // `add` is the only way in, so what lies under a table's name are rows of that table.
    rows: <T extends Table>(table: T) => list(table) as Row<T>[],
    replace: (table, rows) => void tables.set(table, [...rows]),
  }
}

/** Parents before children. Tables that the loader never fills are not here. */
export const tablesInOrder = [
  'partnership',
  'organisation',
  'membership',
  'term',
  'team',
  'person',
  'account',
  'credential',
  'role_grant',
  'wording_overlay',
  'wording_answer',
  'wording_offer',
  'course',
  'block',
  'attendance',
  'consultation',
  'activity_return',
  'programme',
  'referral',
  'referral_step',
  'hub_page',
  'hub_page_day',
  'audit_round',
  'audit_case',
  'change_return',
  'change_event',
  'return_key',
  'return_file',
  'return_fault',
  'return_mapping',
  'change_version',
  'change_release',
  'change_release_cell',
  'change_mark',
  'governance_group',
  'governance_seat',
  'data_collection',
  'printed_report',
  'printed_figure',
  'cms_link',
  'guidance_link',
  'family',
  'individual',
  'family_individual',
  'relation',
  'family_worker',
  'family_seal',
  'family_seal_person',
  'family_seal_review',
  'family_wall',
  'staff_tie',
  'break_glass',
  'vault_key',
  'vault_entry',
  'vault_value',
  'vault_print',
  'engagement_form',
  'engagement_answer',
  'pattern_entry',
  'protective_effort',
  'complexity',
  'safety_plan',
  'engagement_attempt',
  'supervision',
  'plan_action',
  'plan_review',
  'case_referral',
  'case_note',
  'attachment',
  'letter',
  'case_revision',
] as const satisfies readonly Table[]

// What the whole partnership knows of a borough stays when its records are left out.
const staysForEverybody: readonly Table[] = ['organisation', 'membership', 'programme']

/** Takes the records of some authorities out, and what hangs on them; everything else stays exactly as it was. */
export const leaveOut = (world: World, authorities: ReadonlySet<string>): void => {
  if (authorities.size === 0) return
  const gone = new Set<string>()
  for (const table of tablesInOrder.filter((name) => !staysForEverybody.includes(name))) {
    const kept = world.rows(table).filter((row) => {
      const facts = new Map<string, unknown>(Object.entries(row))
      const named = (column: string, ids: ReadonlySet<string>) => {
        const value = facts.get(column)
        return typeof value === 'string' && ids.has(value)
      }
      const goes =
        named('authority_id', authorities) ||
        named('organisation_id', authorities) ||
        named('account_id', gone) ||
        named('referral_id', gone)
      const id = facts.get('id')
      if (goes && typeof id === 'string') gone.add(id)
      return !goes
    })
    world.replace(table, kept)
  }
}
