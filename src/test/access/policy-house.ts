import {
  authoritiesOf,
  everyRow,
  myOrganisation,
  myPartnerships,
  partnershipsOf,
  people,
  published,
  type Rows,
  type TablePolicy,
} from './policy.ts'
import { rowsOf } from './world.ts'

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
  test: (row, world) =>
    rowsOf(world, 'term').some(
      (term) => published(world, row['id'], term['number']) && term['partnership_id'] === row['id'],
    ),
}

/** The installation, partnerships, organisations and their people. */
export const housePolicy: Record<string, TablePolicy> = {
  installation: {
    key: ['only_one'],
    see: [{ who: ['public', 'command', 'job', 'sign_in', 'access'], rows: everyRow }],
  },
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
        columns: ['partnership_id', 'organisation_id', 'capacity', 'starts', 'ends'],
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
        columns: ['stage', 'starts', 'starts_known_to', 'ends', 'note', 'version'],
        samples: {
          stage: 'null',
          starts: `'1999-01-01'`,
          starts_known_to: `'year'`,
          ends: `'9998-01-01'`,
          note: `'x'`,
          version: '2',
        },
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
    add: [
      { who: ['project'], rows: myPartnerships(), columns: ['partnership_id', 'number', 'name', 'starts', 'ends'] },
    ],
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
          words: 'staff of the authorities that are members of my partnership today',
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
