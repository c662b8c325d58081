import { both, everyRow, myOrganisation, type Rows, type TablePolicy } from './policy.ts'
import { type Row, rowsOf, type World } from './world.ts'

const ours = myOrganisation('authority_id')
const inMyName = (column: string): Rows => both(ours, 'in my name', (row, _world, me) => row[column] === me.personId)
const boroughs = ['analyst', 'lead', 'borough_lead'] as const
const leads = ['lead', 'borough_lead'] as const

const parent = (world: World, table: string, id: Row[string] | undefined): Row | undefined =>
  rowsOf(world, table).find((row) => row['id'] === id)

const fileFacts = [
  ...['id', 'authority_id', 'kind', 'name', 'bytes', 'sha256', 'covers_from', 'covers_to', 'facts', 'fault_count'],
  ...['mapping_version', 'uploaded_by', 'uploaded_at', 'withdrawn_by', 'withdrawn_at', 'withdrawn_reason'],
]

/** What was taken out of the statutory returns. An extract and the key of its prints are the analyst's alone. */
const filesTaken: Record<string, TablePolicy> = {
  return_key: {
    key: ['authority_id'],
    see: [{ who: ['analyst'], rows: ours }],
    add: [{ who: ['analyst'], rows: ours, columns: ['authority_id', 'sealed'] }],
  },
  return_file: {
    key: ['id'],
    see: [
      { who: ['analyst'], rows: ours },
      { who: leads, rows: ours, columns: fileFacts },
    ],
    add: [
      {
        who: ['analyst'],
        rows: inMyName('uploaded_by'),
        columns: [
          ...['id', 'authority_id', 'kind', 'name', 'bytes', 'sha256', 'covers_from', 'covers_to', 'facts'],
          ...['fault_count', 'extract', 'mapping_version', 'uploaded_by'],
        ],
      },
    ],
    change: [
      {
        who: ['analyst'],
        rows: both(ours, 'not withdrawn', (row) => row['withdrawn_at'] == null),
        columns: ['extract', 'withdrawn_by', 'withdrawn_at', 'withdrawn_reason'],
        samples: withdrawn(['extract', 'withdrawn_by', 'withdrawn_at', 'withdrawn_reason']),
        refused: [`extract = '\\x01'`],
      },
    ],
  },
  return_fault: {
    key: ['file_id', 'number'],
    see: [{ who: boroughs, rows: ours }],
    add: [{ who: ['analyst'], rows: both(ours, 'of our files', fileIsOurs) }],
  },
  return_mapping: {
    key: ['id'],
    see: [{ who: boroughs, rows: ours }],
    add: [
      {
        who: ['analyst'],
        rows: inMyName('saved_by'),
        columns: ['authority_id', 'version', 'columns', 'set_at', 'police_without_referral', 'saved_by'],
      },
    ],
  },
}

function withdrawn(columns: readonly string[]): Record<string, string> {
  const all = `null, withdrawn_by = access.person(), withdrawn_at = now(), withdrawn_reason = 'x'`
  const value: Record<string, string> = {
    extract: all,
    withdrawn_by: `access.person(), extract = null, withdrawn_at = now(), withdrawn_reason = 'x'`,
    withdrawn_at: `now(), extract = null, withdrawn_by = access.person(), withdrawn_reason = 'x'`,
    withdrawn_reason: `'x', extract = null, withdrawn_by = access.person(), withdrawn_at = now()`,
  }
  return Object.fromEntries(columns.map((column) => [column, value[column] ?? 'null']))
}

function fileIsOurs(row: Row, world: World): boolean {
  return parent(world, 'return_file', row['file_id'])?.['authority_id'] === row['authority_id']
}

const open = (row: Row): boolean => row['lead_at'] == null && row['given_up_at'] == null
const givingUp = {
  given_up_by: `access.person(), given_up_at = now(), given_up_reason = 'x'`,
  given_up_at: `now(), given_up_by = access.person(), given_up_reason = 'x'`,
  given_up_reason: `'x', given_up_by = access.person(), given_up_at = now()`,
}

/** A borough's figures: computed and signed by the analyst, then by a lead who is somebody else; then for good. */
const versions: Record<string, TablePolicy> = {
  change_version: {
    key: ['id'],
    see: [{ who: boroughs, rows: ours }],
    add: [
      {
        who: ['analyst'],
        rows: inMyName('made_by'),
        columns: ['authority_id', 'number', 'definition', 'reason', 'files', 'figures', 'checks', 'made_by'],
      },
    ],
    change: [
      {
        who: ['analyst'],
        rows: both(ours, 'open and not signed', (row) => open(row) && row['analyst_at'] == null),
        columns: ['analyst_by', 'analyst_at', 'analyst_note', 'given_up_by', 'given_up_at', 'given_up_reason'],
        samples: {
          analyst_by: 'access.person(), analyst_at = now()',
          analyst_at: 'now(), analyst_by = access.person()',
          analyst_note: `'x', analyst_by = access.person(), analyst_at = now()`,
          ...givingUp,
        },
      },
      {
        who: leads,
        rows: both(ours, 'signed by the analyst, and open', (row) => open(row) && row['analyst_at'] != null),
        columns: ['lead_by', 'lead_at', 'lead_note', 'given_up_by', 'given_up_at', 'given_up_reason'],
        samples: {
          lead_by: 'access.person(), lead_at = now()',
          lead_at: 'now(), lead_by = access.person()',
          lead_note: `'x', lead_by = access.person(), lead_at = now()`,
          ...givingUp,
        },
        refused: [`lead_by = (select p.id from person p where p.id <> access.person() limit 1), lead_at = now()`],
      },
    ],
  },
}

const lockedByMe: Rows = {
  words: 'of a version that I locked',
  test: (row, world, me) => parent(world, 'change_version', row['version_id'])?.['lead_by'] === me.personId,
}

const withdrawMark = {
  withdrawn_by: 'access.person(), withdrawn_at = now()',
  withdrawn_at: 'now(), withdrawn_by = access.person()',
}

/** What has left a borough, under which threshold; what stands on its lines. */
const released: Record<string, TablePolicy> = {
  change_release: {
    key: ['id'],
    see: [
      { who: boroughs, rows: ours },
      { who: ['system'], rows: ours },
      {
        who: ['figures'],
        rows: everyRow,
        columns: ['id', 'authority_id', 'version_id', 'highest_withheld', 'covers_from', 'covers_to', 'released_at'],
      },
    ],
    add: [
      {
        who: leads,
        rows: both(inMyName('released_by'), lockedByMe.words, lockedByMe.test),
        columns: [
          ...['id', 'authority_id', 'version_id', 'highest_withheld', 'zeros_hidden', 'covers_from', 'covers_to'],
          'released_by',
        ],
      },
    ],
  },
  change_release_cell: {
    key: ['release_id', 'measure', 'ends'],
    see: [
      { who: boroughs, rows: ours },
      { who: ['system'], rows: ours },
      {
        who: ['figures'],
        rows: everyRow,
        columns: ['release_id', 'authority_id', 'measure', 'ends', 'months', 'status', 'events', 'mature'],
      },
    ],
    add: [
      {
        who: leads,
        // No row of a world was made in the transaction that tries.
        rows: both(ours, 'of what I release in the same transaction', () => false),
      },
    ],
  },
  disclosure_setting: {
    key: ['authority_id'],
    see: [{ who: boroughs, rows: ours }],
    add: [
      {
        who: ['borough_lead'],
        rows: inMyName('set_by'),
        columns: ['authority_id', 'highest_withheld', 'zeros_hidden', 'set_by'],
      },
    ],
    change: [
      {
        who: ['borough_lead'],
        rows: ours,
        columns: ['highest_withheld', 'zeros_hidden', 'version', 'set_by', 'set_at'],
        samples: {
          highest_withheld: '9, set_by = access.person()',
          zeros_hidden: 'true, set_by = access.person()',
          version: '2, set_by = access.person()',
          set_by: 'access.person()',
          set_at: 'now(), set_by = access.person()',
        },
      },
    ],
  },
  change_mark: {
    key: ['id'],
    see: [{ who: boroughs, rows: ours }],
    add: [
      {
        who: boroughs,
        rows: inMyName('made_by'),
        columns: ['authority_id', 'measure', 'on_date', 'kind', 'label', 'reason', 'made_by'],
      },
    ],
    change: [
      {
        who: boroughs,
        rows: both(ours, 'not withdrawn', (row) => row['withdrawn_at'] == null),
        columns: ['withdrawn_by', 'withdrawn_at'],
        samples: withdrawMark,
      },
    ],
  },
}

const publishedReaders = [...boroughs, 'command'] as const

/** What the Department published of every authority: no secret, and loaded by an operator. */
const published: Record<string, TablePolicy> = {
  published_file: {
    key: ['id'],
    see: [{ who: publishedReaders, rows: everyRow }],
    add: [{ who: ['command'], rows: everyRow, columns: ['id', 'source', 'name', 'sha256'] }],
  },
  published_figure: {
    key: ['authority_code', 'year', 'name'],
    see: [{ who: publishedReaders, rows: everyRow }],
    add: [
      {
        who: ['command'],
        rows: everyRow,
        columns: ['authority_code', 'year', 'name', 'file_id', 'status', 'value'],
      },
    ],
    change: [
      {
        who: ['command'],
        rows: everyRow,
        columns: ['file_id', 'status', 'value'],
        samples: { status: `'c', value = null`, value: `7, status = 'shown'` },
      },
    ],
  },
}

/** Change data that boroughs compute and release. */
export const changePolicy: Record<string, TablePolicy> = { ...filesTaken, ...versions, ...released, ...published }
