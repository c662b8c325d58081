import {
  authoritiesOf,
  both,
  everyRow,
  inForce,
  type Me,
  myOrganisation,
  myPartnerships,
  myself,
  partnershipsOf,
  people,
  published,
  type Rows,
  type TablePolicy,
} from './policy.ts'
import { type Row, rowsOf, type World } from './world.ts'

const itself: Rows = { words: 'the person I am', test: (row, _world, me) => row['id'] === me.personId }

const knownOrganisations: Rows = {
  words: 'my own, and those that are, were or will be members of my partnerships',
  test: (row, world, me) =>
    row['id'] === me.organisationId ||
    rowsOf(world, 'membership').some(
      (each) =>
        each['organisation_id'] === row['id'] && partnershipsOf(world, me).includes(String(each['partnership_id'])),
    ),
}

const partnershipsWithAReport: Rows = {
  words: 'with a term that is published',
  test: (row, world) => rowsOf(world, 'term').some((term) => published(world, row['id'], term['number']) && term['partnership_id'] === row['id']),
}

/** A role over a whole partnership is handed out only by an organisation that runs it today. */
const mayGive = (row: Row, world: World, me: Me): boolean => {
  if (row['partnership_id'] == null) return true
  const givers = row['role'] === 'evaluator' ? ['evaluator'] : ['delivery_partner', 'host']
  return rowsOf(world, 'membership').some(
    (each) =>
      each['organisation_id'] === me.organisationId &&
      each['partnership_id'] === row['partnership_id'] &&
      givers.includes(String(each['capacity'])) &&
      inForce(each, world.today),
  )
}

const grantsIMayGive = both(
  myOrganisation('organisation_id'),
  'to an account of it that is not mine, in my name, and a partnership’s role only where we run the partnership',
  (row, world, me) =>
    row['account_id'] !== me.accountId &&
    row['granted_by'] === me.accountId &&
    mayGive(row, world, me) &&
    rowsOf(world, 'account').some(
      (account) => account['id'] === row['account_id'] && account['organisation_id'] === row['organisation_id'],
    ),
)

const invitationsIMayGive = both(
  myOrganisation('organisation_id'),
  'in my name, and to a partnership’s role only where we run the partnership',
  (row, world, me) => row['invited_by'] === me.accountId && mayGive(row, world, me),
)

const notMine = (column: string) =>
  both(myOrganisation('organisation_id'), 'not my own', (row, _world, me) => row[column] !== me.accountId)

const nobodyButFunctions: TablePolicy['see'] = [{ who: ['access'], rows: everyRow }]

const organisations: Record<string, TablePolicy> = {
  installation: { key: ['only_one'], see: [{ who: ['public', 'command', 'job', 'sign_in', 'access'], rows: everyRow }] },
  partnership: {
    key: ['id'],
    see: [
      { who: people, rows: myPartnerships('id') },
      { who: ['public'], rows: partnershipsWithAReport },
      { who: ['command', 'access'], rows: everyRow },
    ],
    add: [{ who: ['command'], rows: everyRow, columns: ['id', 'name', 'slug'] }],
  },
  organisation: {
    key: ['id'],
    see: [
      { who: people, rows: knownOrganisations },
      { who: ['command', 'access'], rows: everyRow },
      { who: ['figures'], rows: everyRow, columns: ['id', 'name'] },
    ],
    add: [
      { who: ['command'], rows: everyRow, columns: ['id', 'kind', 'name', 'second_factor_required'] },
      { who: ['project'], rows: everyRow, columns: ['id', 'kind', 'name'] },
    ],
    change: [
      {
        who: ['admin'],
        rows: myOrganisation('id'),
        columns: ['second_factor_required', 'idle_minutes'],
        samples: { second_factor_required: 'true', idle_minutes: '10' },
      },
    ],
  },
  membership: {
    key: ['id'],
    see: [
      { who: people, rows: myPartnerships() },
      { who: ['command', 'access'], rows: everyRow },
      {
        who: ['figures'],
        rows: everyRow,
        columns: ['partnership_id', 'organisation_id', 'capacity', 'stage', 'starts', 'starts_known_to', 'ends'],
      },
    ],
    add: [
      {
        who: ['project'],
        rows: myPartnerships(),
        columns: ['partnership_id', 'organisation_id', 'capacity', 'stage', 'starts', 'ends', 'note'],
      },
      {
        who: ['command'],
        rows: everyRow,
        columns: ['id', 'partnership_id', 'organisation_id', 'capacity', 'stage', 'starts'],
      },
    ],
    change: [
      {
        who: ['project'],
        rows: myPartnerships(),
        columns: ['stage', 'starts', 'ends', 'note', 'version'],
        samples: { stage: 'null', starts: `'1999-01-01'`, ends: `'9998-01-01'`, note: `'x'`, version: '2' },
      },
    ],
  },
  term: {
    key: ['id'],
    see: [
      { who: people, rows: myPartnerships() },
      {
        who: ['public'],
        rows: { words: 'published', test: (row, world) => published(world, row['partnership_id'], row['number']) },
      },
      { who: ['command', 'access'], rows: everyRow },
      { who: ['figures'], rows: everyRow, columns: ['id', 'partnership_id', 'number', 'name', 'starts', 'ends'] },
    ],
    add: [{ who: ['project'], rows: myPartnerships(), columns: ['partnership_id', 'number', 'name', 'starts', 'ends'] }],
    change: [
      {
        who: ['project'],
        rows: myPartnerships(),
        columns: ['name', 'starts', 'ends', 'published_on', 'version'],
        samples: { name: `'x'`, published_on: 'null', version: '2' },
      },
    ],
  },
  team: {
    key: ['id'],
    see: [{ who: people, rows: myOrganisation('organisation_id') }],
    add: [{ who: ['admin'], rows: myOrganisation('organisation_id'), columns: ['organisation_id', 'name'] }],
    change: [
      {
        who: ['admin'],
        rows: myOrganisation('organisation_id'),
        columns: ['name', 'closed_on'],
        samples: { name: 'gen_random_uuid()::text', closed_on: `'2020-01-01'` },
      },
    ],
  },
  person: {
    key: ['id'],
    see: [
      { who: people, rows: itself },
      { who: ['admin', 'supervisor', 'lead', 'borough_lead'], rows: myOrganisation('organisation_id') },
      {
        who: ['training'],
        rows: {
          words: 'staff of every authority that was ever a member of my partnership',
          test: (row, world, me) => authoritiesOf(world, me).includes(String(row['organisation_id'])),
        },
      },
      { who: ['access'], rows: everyRow },
    ],
    add: [
      {
        who: ['admin'],
        rows: myOrganisation('organisation_id'),
        columns: ['organisation_id', 'name', 'job_role', 'team_id', 'starts', 'ends'],
      },
      { who: ['access'], rows: everyRow },
    ],
    change: [
      {
        who: ['admin'],
        rows: myOrganisation('organisation_id'),
        columns: ['name', 'job_role', 'team_id', 'starts', 'ends', 'version'],
        samples: {
          name: `'x'`,
          job_role: `'x'`,
          team_id: 'null',
          starts: `'1999-01-01'`,
          ends: `'9998-01-01'`,
          version: '2',
        },
      },
    ],
  },
}

const accounts: Record<string, TablePolicy> = {
  account: {
    key: ['id'],
    see: [
      { who: people, rows: myself('id') },
      { who: ['admin'], rows: myOrganisation('organisation_id') },
      { who: ['access'], rows: everyRow },
    ],
    add: [{ who: ['access'], rows: everyRow }],
    change: [{ who: ['admin'], rows: notMine('id'), columns: ['closed_at'], samples: { closed_at: 'now()' } }],
  },
  credential: {
    key: ['account_id'],
    see: nobodyButFunctions,
    add: nobodyButFunctions,
    change: nobodyButFunctions,
  },
  recovery_code: {
    key: ['account_id', 'code_sha'],
    see: nobodyButFunctions,
    add: nobodyButFunctions,
    change: nobodyButFunctions,
    remove: nobodyButFunctions,
  },
  role_grant: {
    key: ['id'],
    see: [
      { who: people, rows: myself() },
      { who: ['admin'], rows: myOrganisation('organisation_id') },
      { who: ['access'], rows: everyRow },
    ],
    add: [
      {
        who: ['admin'],
        rows: grantsIMayGive,
        columns: ['account_id', 'organisation_id', 'partnership_id', 'role', 'starts', 'ends', 'granted_by'],
      },
      { who: ['access'], rows: everyRow },
    ],
    change: [{ who: ['admin'], rows: notMine('account_id'), columns: ['ends'], samples: { ends: `'9998-01-01'` } }],
  },
  session: {
    key: ['id'],
    see: [
      {
        who: people,
        rows: myself(),
        columns: ['id', 'account_id', 'complete', 'device', 'created_at', 'last_seen_at', 'expires_at', 'ended_at'],
      },
      { who: ['access'], rows: everyRow },
    ],
    add: nobodyButFunctions,
    change: [
      { who: people, rows: myself(), columns: ['ended_at'], samples: { ended_at: 'now()' } },
      { who: ['access'], rows: everyRow },
    ],
  },
  draft: {
    key: ['account_id', 'path'],
    see: [{ who: people, rows: myself() }],
    add: [{ who: people, rows: myself() }],
    change: [
      {
        who: people,
        rows: myself(),
        columns: ['sealed', 'version', 'updated_at'],
        samples: { sealed: `'x'`, version: '2', updated_at: 'now()' },
      },
    ],
    remove: [{ who: people, rows: myself() }],
  },
  submission: {
    key: ['account_id', 'once'],
    see: [{ who: people, rows: myself() }],
    add: [{ who: people, rows: myself() }],
  },
  invitation: {
    key: ['id'],
    see: [
      {
        who: ['admin'],
        rows: myOrganisation('organisation_id'),
        columns: [
          ...['id', 'organisation_id', 'partnership_id', 'role', 'email', 'name', 'person_id', 'invited_by'],
          ...['created_at', 'expires_at', 'accepted_at', 'withdrawn_at'],
        ],
      },
      { who: ['command', 'access'], rows: everyRow },
    ],
    add: [
      {
        who: ['admin'],
        rows: invitationsIMayGive,
        columns: [
          ...['token_sha', 'organisation_id', 'partnership_id', 'role', 'email', 'name', 'person_id', 'invited_by'],
          'expires_at',
        ],
      },
      {
        who: ['command'],
        rows: { words: 'in nobody’s name', test: (row) => row['invited_by'] == null },
        columns: ['token_sha', 'organisation_id', 'partnership_id', 'role', 'email', 'name', 'expires_at'],
      },
    ],
    change: [
      {
        who: ['admin'],
        rows: myOrganisation('organisation_id'),
        columns: ['withdrawn_at'],
        samples: { withdrawn_at: 'now()' },
      },
      { who: ['access'], rows: everyRow },
    ],
  },
  sign_in_failure: {
    key: ['key_sha'],
    see: nobodyButFunctions,
    add: nobodyButFunctions,
    remove: nobodyButFunctions,
  },
}

const recordAndPost: Record<string, TablePolicy> = {
  record_entry: {
    key: ['chain', 'seq'],
    see: [
      {
        who: ['admin'],
        rows: myOrganisation('chain'),
        columns: ['chain', 'seq', 'at', 'account_id', 'role', 'act', 'subject_kind', 'subject_id', 'reason'],
      },
      { who: ['command', 'access'], rows: everyRow },
    ],
    add: nobodyButFunctions,
  },
  record_head: {
    key: ['chain'],
    see: [{ who: ['command', 'access'], rows: everyRow }],
    add: nobodyButFunctions,
    change: nobodyButFunctions,
  },
  mail: {
    key: ['id'],
    see: [
      { who: ['job'], rows: everyRow },
      {
        who: ['public'],
        rows: {
          words: 'in a demonstration',
          test: (_row, world) => rowsOf(world, 'installation').some((it) => it['demonstration'] === true),
        },
      },
    ],
    add: [
      {
        who: ['sign_in', 'admin', 'command'],
        rows: { words: 'not sent yet', test: (row) => row['sent_at'] == null },
        columns: ['template', 'sealed'],
      },
    ],
    change: [
      {
        who: ['job'],
        rows: everyRow,
        columns: ['sent_at', 'attempts', 'sealed'],
        samples: { sent_at: 'now()', attempts: '1', sealed: `''` },
      },
    ],
  },
}

/** Organisations, people, accounts, the record and the outbox. */
export const housePolicy: Record<string, TablePolicy> = { ...organisations, ...accounts, ...recordAndPost }
