import { boroughReaders, mayJoin, ofBorough, ofMyFamilies, ofUnsealed, throughFamilies, workers } from './families.ts'
import { both, everyRow, myOrganisation, type Rule, type TablePolicy } from './policy.ts'
import { caseHousePolicy } from './policy-cases-house.ts'
import { protectionPolicy } from './policy-cases-protection.ts'
import { recordPolicy } from './policy-cases-record.ts'

const key = ['id']
const words = (text: string): string[] => text.split(/\s+/)

/** Whoever works with the family, the readers of the borough, and the functions that decide. */
const seen = (column?: string): Rule[] => [
  { who: workers, rows: ofMyFamilies(column) },
  { who: boroughReaders, rows: ofBorough(column) },
]
const functions: Rule = { who: ['access'], rows: everyRow }
const system = (column?: string): Rule => ({ who: ['system'], rows: ofUnsealed(column) })

const aboutThem = words(
  `name birth_on expected_on gender disability ethnicity religion sexuality communication_needs vulnerability housing_status`,
)

const people: Record<string, TablePolicy> = {
  individual: {
    key,
    see: [
      { who: workers, rows: throughFamilies(ofMyFamilies()) },
      { who: boroughReaders, rows: throughFamilies(ofBorough()) },
      { who: ['system'], rows: throughFamilies(ofUnsealed()) },
      functions,
    ],
    add: [
      { who: workers, rows: myOrganisation('authority_id'), columns: ['id', 'authority_id', ...aboutThem] },
      functions,
    ],
    change: [
      {
        who: workers,
        rows: throughFamilies(ofMyFamilies()),
        columns: [...aboutThem, 'version'],
        samples: { version: '1' },
      },
    ],
  },
  family_individual: {
    key: ['family_id', 'individual_id'],
    see: [...seen(), system(), functions],
    add: [
      {
        who: workers,
        rows: both(
          ofMyFamilies(),
          'somebody new, of a family they see, or a perpetrator known in the borough',
          (row, world, me) => mayJoin(world, me, row['individual_id'], row['part']),
        ),
        columns: words('authority_id family_id individual_id part involvement cms_id children_elsewhere sort'),
      },
      functions,
    ],
    change: [
      {
        who: workers,
        rows: ofMyFamilies(),
        columns: words('part involvement cms_id children_elsewhere sort left_on version'),
        samples: { version: '1' },
      },
    ],
  },
  relation: {
    key,
    see: [...seen(), system()],
    add: [{ who: workers, rows: ofMyFamilies(), columns: words('authority_id family_id from_id to_id kind note') }],
    change: [
      { who: workers, rows: ofMyFamilies(), columns: words('kind note ended_on version'), samples: { version: '1' } },
    ],
  },
}

/** Families and the people in them. Opened, sealed and opened in an emergency by functions only. */
export const casesPolicy: Record<string, TablePolicy> = {
  family: {
    key,
    see: [...seen('id'), system('id'), functions],
    add: [functions],
    change: [
      {
        who: workers,
        rows: ofMyFamilies('id'),
        columns: words('name cms_id legal_status communication_needs closed_on close_reason version'),
        samples: { version: '1' },
      },
      { who: ['supervisor'], rows: ofMyFamilies('id'), columns: ['team_id'] },
      // Generated: nobody can set it to anything else.
      { ...functions, samples: { engagement_due: 'default' } },
      { who: ['loader'], rows: everyRow, samples: { engagement_due: 'default' } },
    ],
  },
  ...people,
  family_worker: {
    key,
    see: [...seen(), functions],
    add: [
      { who: ['supervisor'], rows: ofMyFamilies(), columns: words('authority_id family_id person_id kind starts') },
      functions,
    ],
    change: [{ who: ['supervisor'], rows: ofMyFamilies(), columns: ['ends'], samples: { ends: `'9998-01-01'` } }],
  },
  case_revision: {
    key,
    see: [
      ...seen(),
      { who: workers, rows: throughFamilies(ofMyFamilies(), 'individual_id') },
      { who: boroughReaders, rows: throughFamilies(ofBorough(), 'individual_id') },
      functions,
    ],
    add: [functions],
  },
  ...protectionPolicy,
  ...recordPolicy,
  ...caseHousePolicy,
}
