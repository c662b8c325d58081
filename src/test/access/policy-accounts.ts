import {
  both,
  everyRow,
  inForce,
  type Me,
  myOrganisation,
  myself,
  olderThan,
  people,
  type TablePolicy,
} from './policy.ts'
import { type Row, rowsOf, type World } from './world.ts'

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
      { who: ['job'], rows: olderThan('expires_at', 30), columns: ['expires_at'] },
    ],
    add: nobodyButFunctions,
    remove: [{ who: ['job'], rows: olderThan('expires_at', 30) }],
    change: [
      { who: people, rows: myself(), columns: ['ended_at'], samples: { ended_at: 'now()' } },
      { who: ['access'], rows: everyRow },
    ],
  },
  draft: {
    key: ['account_id', 'path'],
    see: [
      { who: people, rows: myself() },
      { who: ['job'], rows: olderThan('updated_at', 60), columns: ['updated_at'] },
    ],
    add: [{ who: people, rows: myself() }],
    change: [
      {
        who: people,
        rows: myself(),
        columns: ['sealed', 'version', 'updated_at'],
        samples: { sealed: `'x'`, version: '2', updated_at: 'now()' },
      },
    ],
    remove: [
      { who: people, rows: myself() },
      { who: ['job'], rows: olderThan('updated_at', 60) },
    ],
  },
  submission: {
    key: ['account_id', 'once'],
    see: [
      { who: people, rows: myself() },
      { who: ['job'], rows: olderThan('at', 2), columns: ['at'] },
    ],
    add: [{ who: people, rows: myself() }],
    remove: [{ who: ['job'], rows: olderThan('at', 2) }],
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
    see: [...nobodyButFunctions, { who: ['job'], rows: olderThan('at', 1), columns: ['at'] }],
    add: nobodyButFunctions,
    remove: [...nobodyButFunctions, { who: ['job'], rows: olderThan('at', 1) }],
  },
}

const recordAndPost: Record<string, TablePolicy> = {
  record_entry: {
    key: ['chain', 'seq'],
    see: [
      {
        who: ['admin'],
        rows: both(myOrganisation('chain'), 'nothing of a family', (row) => row['subject_kind'] !== 'family'),
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
        who: ['sign_in', 'admin', 'supervisor', 'command'],
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

/** Accounts and what proves them, the record and the outbox. */
export const accountsPolicy: Record<string, TablePolicy> = { ...accounts, ...recordAndPost }
