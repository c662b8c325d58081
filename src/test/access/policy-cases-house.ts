import { readers } from './families.ts'
import { both, everyRow, myOrganisation, myPartnerships, type Rows, type TablePolicy } from './policy.ts'

const borough = myOrganisation('authority_id')
const organisation = myOrganisation('organisation_id')
const inMyName = (rows: Rows, column: string): Rows =>
  both(rows, 'in their own name', (row, _world, me) => row[column] === me.personId)

const link = ['title', 'url', 'sort']
const keyColumns = ['id', 'organisation_id', 'name', 'made_by', 'made_at', 'expires_on', 'revoked_at', 'last_used_on']

/** The engagement form as a borough has it, its guidance, and the case management system. */
export const caseHousePolicy: Record<string, TablePolicy> = {
  form_definition: {
    key: ['id'],
    see: [
      { who: readers, rows: borough },
      { who: ['system'], rows: borough },
    ],
    add: [
      {
        who: ['lead'],
        rows: inMyName(borough, 'made_by'),
        columns: ['authority_id', 'number', 'definition', 'note', 'made_by'],
      },
    ],
  },
  guidance_link: {
    key: ['id'],
    see: [{ who: [...readers, 'project'], rows: myPartnerships() }],
    add: [{ who: ['project'], rows: myPartnerships(), columns: ['partnership_id', 'question', ...link] }],
    change: [{ who: ['project'], rows: myPartnerships(), columns: link, samples: { title: `'x'` } }],
    remove: [{ who: ['project'], rows: myPartnerships() }],
  },
  cms_link: {
    key: ['organisation_id'],
    see: [{ who: [...readers, 'admin'], rows: organisation }],
    add: [{ who: ['admin'], rows: inMyName(organisation, 'set_by'), columns: ['organisation_id', 'url', 'set_by'] }],
    change: [
      {
        who: ['admin'],
        rows: organisation,
        columns: ['url', 'set_by', 'set_at'],
        samples: {
          url: `'https://other.example/{id}', set_by = access.person()`,
          set_by: 'access.person()',
          set_at: 'now(), set_by = access.person()',
        },
        refused: ['set_at = now()'],
      },
    ],
  },
  api_key: {
    key: ['id'],
    see: [
      { who: ['admin'], rows: organisation, columns: keyColumns },
      { who: ['access'], rows: everyRow },
    ],
    add: [
      {
        who: ['admin'],
        rows: inMyName(organisation, 'made_by'),
        columns: ['organisation_id', 'name', 'token_sha', 'made_by', 'expires_on'],
      },
    ],
    change: [
      {
        who: ['admin'],
        rows: both(organisation, 'not taken back', (row) => row['revoked_at'] == null),
        columns: ['revoked_at'],
        samples: { revoked_at: 'now()' },
        refused: ['revoked_at = null'],
      },
      { who: ['access'], rows: everyRow },
    ],
  },
}
