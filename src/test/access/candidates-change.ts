import { idOf, type Row, rowsOf, sha, type World } from './world.ts'

const bytes = (text: string): string => `\\x${sha(text)}`

const roles = ['analyst', 'lead', 'borough_lead', 'practitioner']

/** Whoever holds one of the roles, with their own borough and another one; in their own name and in another's. */
const mixtures = (world: World): { own: string; person: string; tag: string }[] => {
  const grants = rowsOf(world, 'role_grant').filter((grant) => roles.includes(String(grant['role'])))
  const personOf = (grant: Row): string =>
    String(rowsOf(world, 'account').find((account) => account['id'] === grant['account_id'])?.['person_id'])
  return grants.flatMap((grant, index) => {
    const next = grants[(index + 1) % grants.length] ?? grant
    const far = grants.find((each) => each['organisation_id'] !== grant['organisation_id']) ?? grant
    const own = String(grant['organisation_id'])
    return [
      { own, person: personOf(grant), tag: `${index} own` },
      { own, person: personOf(next), tag: `${index} in another's name` },
      { own: String(far['organisation_id']), person: personOf(grant), tag: `${index} elsewhere` },
    ]
  })
}

const file = ({ own, person, tag }: { own: string; person: string; tag: string }): Row => ({
  id: idOf('new return file', tag),
  authority_id: own,
  kind: 'cin',
  name: 'new.xml',
  bytes: 7,
  sha256: bytes(`new ${tag}`),
  covers_from: '2024-04-01',
  covers_to: '2025-04-01',
  facts: '{}',
  fault_count: 0,
  extract: '\\x01',
  mapping_version: null,
  uploaded_by: person,
})

const unreleased = (world: World): Row[] =>
  rowsOf(world, 'change_version').filter(
    ({ id }) => !rowsOf(world, 'change_release').some((release) => release['version_id'] === id),
  )

const releases = (world: World): Record<string, readonly Row[]> => ({
  change_release: unreleased(world).map((version) => ({
    id: idOf('new release', String(version['id'])),
    authority_id: version['authority_id'] ?? null,
    version_id: version['id'] ?? null,
    highest_withheld: 5,
    zeros_hidden: false,
    covers_from: '2024-04-01',
    covers_to: '2025-04-01',
    released_by: version['lead_by'] ?? version['made_by'] ?? null,
  })),
  change_release_cell: rowsOf(world, 'change_release').map((release) => ({
    authority_id: release['authority_id'] ?? null,
    release_id: release['id'] ?? null,
    measure: 'referrals',
    ends: '2025-04-01',
    months: 12,
    status: 'shown',
    events: 70,
    mature: true,
  })),
})

/** New rows to try on the tables of change data. */
export const changeCandidates = (world: World): Readonly<Record<string, readonly Row[]>> => {
  const mixed = mixtures(world)
  const boroughs = rowsOf(world, 'return_key').map((row) => row['authority_id'] ?? null)
  const unset = (table: string): readonly (string | number | boolean | null | object)[] =>
    boroughs.filter((own) => !rowsOf(world, table).some((row) => row['authority_id'] === own))
  return {
    return_key: unset('return_key').map((own) => ({ authority_id: String(own), sealed: '\\x03' })),
    return_file: mixed.map(file),
    return_fault: rowsOf(world, 'return_file').map((of) => ({
      authority_id: of['authority_id'] ?? null,
      file_id: of['id'] ?? null,
      number: 99,
      file: 'new.xml',
      line: 1,
      field: 'Sex',
      rule: 'code',
      severity: 'query',
      said: 'New',
    })),
    return_mapping: mixed.map(({ own, person }) => ({
      authority_id: own,
      version: 9,
      columns: '{}',
      set_at: 'contact',
      police_without_referral: 'not known',
      saved_by: person,
    })),
    ...releases(world),
    disclosure_setting: mixed
      .filter(({ own }) => unset('disclosure_setting').includes(own))
      .map(({ own, person }) => ({
        authority_id: own,
        highest_withheld: 9,
        zeros_hidden: false,
        set_by: person,
      })),
    change_mark: mixed.map(({ own, person }) => ({
      authority_id: own,
      measure: null,
      on_date: '2024-02-01',
      kind: 'other',
      label: 'New',
      reason: null,
      made_by: person,
    })),
    published_file: [{ id: idOf('new published file'), source: 'd3', name: 'd3.csv', sha256: bytes('d3') }],
    published_figure: [
      {
        authority_code: '204',
        year: 2023,
        name: 'referral_count',
        file_id: idOf('published_file'),
        status: 'c',
        value: null,
      },
    ],
  }
}
