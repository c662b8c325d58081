import { idOf, type Row, type Skeleton, sha } from './world.ts'

const bytes = (text: string): string => `\\x${sha(text)}`

/** The analyst and the lead who hold these roles in a borough; staff without an account where nobody does. */
const signers = ({ people }: Skeleton, name: string) => {
  const holder = (role: string): string =>
    people.find((person) => person.name === `${name} ${role}`) === undefined
      ? idOf('person', role === 'lead' ? 'staff from tomorrow of' : 'staff of', name)
      : idOf('person', `${name} ${role}`)
  return { analyst: holder('analyst'), lead: holder('lead') }
}

// As the application keeps them: pages read them back.
const facts = {
  rows: { children: 1, episodes: 1 },
  year: 2024,
  referenceDate: '2024-03-31',
  authority: '999',
  writtenAt: 'At 9 on 1 July 2024',
  files: 1,
}
const figures = {
  definition: 'v1',
  covered: { cin: [{ first: '2023-04-01', last: '2024-03-31' }], ssda903: [], annexA: [], flags: [] },
  quarters: [],
  years: [],
  flags: {
    ...{ rows: 1, inCensus: 1, matched: 0, share: 0, enough: false, unknown: 0, unknownShare: 0, unmatched: 1 },
    lines: [{ file: 'Flags.csv', line: 2 }],
  },
  coding: null,
}
const check = {
  ...{
    key: 'referrals',
    name: 'Referrals',
    year: 2024,
    ours: 1,
    theirs: { kind: 'none', words: 'Nothing is published' },
  },
  ...{ within: 'agrees', edge: null, perCent: null, tolerance: null, reasons: ['None'], earlier: null },
}
const columns = {
  ...{ child: 'Child number', date: 'date', flag: 'flag', referral: null, yes: ['yes'], no: ['no'] },
  dateForm: 'day-first',
}

const filesOf = (name: string, analyst: string): Row[] => {
  const file = (what: string, over: Row): Row => ({
    id: idOf('return_file', name, what),
    authority_id: idOf('organisation', name),
    kind: 'cin',
    name: `${what}.xml`,
    bytes: 7,
    sha256: bytes(`${what} of ${name}`),
    covers_from: '2023-04-01',
    covers_to: '2024-04-01',
    facts,
    fault_count: 1,
    extract: '\\x01',
    mapping_version: null,
    uploaded_by: analyst,
    uploaded_at: '2024-07-01T09:00:00Z',
    withdrawn_by: null,
    withdrawn_at: null,
    withdrawn_reason: null,
    ...over,
  })
  return [
    file('taken', {}),
    file('withdrawn', {
      extract: null,
      withdrawn_by: analyst,
      withdrawn_at: '2024-07-02T09:00:00Z',
      withdrawn_reason: 'The wrong year',
    }),
  ]
}

/** A locked version, one that was given up, and one that is open: signed by the analyst in every second borough. */
const versionsOf = (name: string, index: number, { analyst, lead }: ReturnType<typeof signers>): Row[] => {
  const version = (what: string, number: number, over: Row): Row => ({
    id: idOf('change_version', name, what),
    authority_id: idOf('organisation', name),
    number,
    definition: 'v1',
    reason: null,
    files: [
      {
        ...{ id: idOf('return_file', name, 'taken'), kind: 'cin', name: 'Taken.xml' },
        ...{ first: '2023-04-01', last: '2024-03-31', sha256: 'a'.repeat(64), mappingVersion: null },
      },
    ],
    figures,
    checks: [check],
    made_by: analyst,
    analyst_by: null,
    analyst_at: null,
    lead_by: null,
    lead_at: null,
    given_up_by: null,
    given_up_at: null,
    given_up_reason: null,
    ...over,
  })
  const signed = { analyst_by: analyst, analyst_at: '2024-07-03T09:00:00Z' }
  const givenUp = { given_up_by: analyst, given_up_at: '2024-07-03T09:00:00Z', given_up_reason: 'Wrong file' }
  return [
    version('locked', 1, { ...signed, lead_by: lead, lead_at: '2024-07-04T09:00:00Z' }),
    version('given up', 2, givenUp),
    version('locked, and not released', 4, { ...signed, lead_by: lead, lead_at: '2024-07-05T09:00:00Z' }),
    version('open', 3, index % 2 === 0 ? {} : signed),
  ]
}

const releaseOf = (name: string, lead: string) => {
  const own = { authority_id: idOf('organisation', name) }
  const release = idOf('change_release', name)
  return {
    release: {
      id: release,
      ...own,
      version_id: idOf('change_version', name, 'locked'),
      highest_withheld: 5,
      zeros_hidden: false,
      covers_from: '2023-04-01',
      covers_to: '2024-04-01',
      released_by: lead,
      released_at: '2024-07-04T09:00:00Z',
    },
    cells: [
      { ...own, release_id: release, measure: 'referrals', ends: '2024-04-01', status: 'shown', events: 1200 },
      { ...own, release_id: release, measure: 'care_starts', ends: '2024-04-01', status: 'withheld', events: null },
    ],
  }
}

type Borough = { readonly name: string; readonly own: string; readonly by: { readonly analyst: string } }

const faultOf = ({ name, own }: Borough): Row => ({
  authority_id: own,
  file_id: idOf('return_file', name, 'taken'),
  number: 1,
  file: 'taken.xml',
  line: 12,
  field: 'AssessmentFactors',
  rule: 'code',
  severity: 'fault',
  said: 'This is no factor of the list.',
})

const mappingOf = ({ name, own, by }: Borough): Row => ({
  id: idOf('return_mapping', name),
  authority_id: own,
  version: 1,
  columns,
  set_at: 'referral',
  police_without_referral: 'excluded',
  saved_by: by.analyst,
})

/** What every authority has uploaded, computed, signed and released: one of each kind that the policy tells apart. */
export const changeRows = (world: Skeleton): (readonly [string, readonly Row[]])[] => {
  const boroughs = world.organisations
    .filter(({ kind }) => kind === 'authority')
    .map(({ name }, index) => ({ name, index, own: idOf('organisation', name), by: signers(world, name) }))
  const released = boroughs.map(({ name, by }) => releaseOf(name, by.lead))
  return [
    ['return_key', boroughs.map(({ own }) => ({ authority_id: own, sealed: '\\x02' }))],
    ['return_file', boroughs.flatMap(({ name, by }) => filesOf(name, by.analyst))],
    ['return_fault', boroughs.map(faultOf)],
    ['return_mapping', boroughs.map(mappingOf)],
    ['change_version', boroughs.flatMap(({ name, index, by }) => versionsOf(name, index, by))],
    ['change_release', released.map(({ release }) => release)],
    ['change_release_cell', released.flatMap(({ cells }) => cells)],
    ['disclosure_setting', boroughs.slice(1).map(({ own, by }) => ({ authority_id: own, set_by: by.lead }))],
    [
      'change_mark',
      boroughs.flatMap(({ name, own, by }) =>
        ['standing', 'withdrawn'].map((what) => ({
          id: idOf('change_mark', name, what),
          authority_id: own,
          measure: what === 'standing' ? 'b_new_dv_after_assessment' : null,
          on_date: '2024-01-01',
          kind: 'other',
          label: 'A new team',
          reason: 'They work in another way',
          made_by: by.analyst,
          withdrawn_by: what === 'withdrawn' ? by.analyst : null,
          withdrawn_at: what === 'withdrawn' ? '2024-07-01T09:00:00Z' : null,
        })),
      ),
    ],
    ['published_file', [{ id: idOf('published_file'), source: 'c1', name: 'c1.csv', sha256: bytes('c1') }]],
    [
      'published_figure',
      [
        {
          authority_code: '204',
          year: 2024,
          name: 'referral_count',
          file_id: idOf('published_file'),
          status: 'shown',
          value: 7,
        },
      ],
    ],
  ]
}
