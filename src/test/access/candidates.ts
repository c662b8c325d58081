import { caseCandidates } from './candidates-cases.ts'
import { changeCandidates } from './candidates-change.ts'
import { wordingCandidates } from './candidates-wording.ts'
import { idOf, type Row, rowsOf, sha, type World } from './world.ts'

// New rows that somebody might try to add, in every mixture of own and other that the policy tells apart.

const organisations = ['Alder', 'Birch', 'Vine', 'Dove', 'Elm', 'Heath', 'Nettle']
const partnerships = ['North', 'South']
const tomorrow = '9990-01-01'
const bytes = (text: string): string => `\\x${sha(text)}`

const memberships = (): Row[] =>
  partnerships.flatMap((partnership) =>
    ['Nettle', 'Vine'].map((organisation) => ({
      id: idOf('new membership', partnership, organisation),
      partnership_id: idOf('partnership', partnership),
      organisation_id: idOf('organisation', organisation),
      capacity: 'host',
      stage: null,
      starts: tomorrow,
      ends: null,
      note: '',
    })),
  )

const terms = (): Row[] =>
  partnerships.map((partnership) => ({
    partnership_id: idOf('partnership', partnership),
    number: 9,
    name: 'Year 9',
    starts: '9990-01-01',
    ends: '9991-01-01',
  }))

const staff = (): Row[] =>
  organisations.map((organisation) => ({
    organisation_id: idOf('organisation', organisation),
    name: 'Somebody new',
    job_role: '',
    team_id: idOf('team', organisation),
    starts: tomorrow,
    ends: null,
  }))

/** The roles as they may be handed out: one of a borough, and those over each partnership. */
const gifts = [
  { role: 'quality', partnership_id: null },
  ...partnerships.flatMap((partnership) =>
    ['training', 'project', 'evaluator'].map((role) => ({ role, partnership_id: idOf('partnership', partnership) })),
  ),
]

const admins = (world: World): Row[] =>
  rowsOf(world, 'role_grant').filter((row) => row['role'] === 'admin' && row['partnership_id'] === null)

const accountsOf = (world: World, organisation: string): Row[] =>
  rowsOf(world, 'account').filter((row) => row['organisation_id'] === organisation)

const grants = (world: World): Row[] => {
  const given = admins(world)
  return given.flatMap((admin, index) => {
    const home = String(admin['organisation_id'])
    const away = String(given[(index + 1) % given.length]?.['organisation_id'])
    const hands = rowsOf(world, 'role_grant').filter((row) =>
      ['practitioner', 'provider'].includes(String(row['role'])),
    )
    const colleague = hands.find((row) => row['organisation_id'] === home)?.['account_id'] ?? null
    const stranger = accountsOf(world, away)[0]?.['id'] ?? null
    const row = (account: Row[string], organisation: string, gift: Row, by: Row[string] | undefined): Row => ({
      account_id: account,
      organisation_id: organisation,
      ...gift,
      starts: tomorrow,
      ends: null,
      granted_by: by ?? null,
    })
    const first = gifts[0] ?? {}
    return [
      ...(colleague === null ? [] : gifts.map((gift) => row(colleague, home, gift, admin['account_id']))),
      row(admin['account_id'] ?? null, home, first, admin['account_id']),
      row(admin['account_id'] ?? null, home, first, null),
      row(colleague ?? stranger, home, first, null),
      row(colleague ?? stranger, home, first, stranger),
      row(stranger, home, first, admin['account_id']),
      row(stranger, away, first, admin['account_id']),
      row(colleague ?? stranger, away, first, admin['account_id']),
    ]
  })
}

const invitations = (world: World): Row[] => {
  const given = admins(world)
  const row = (organisation: Row[string] | undefined, gift: Row, by: Row[string] | undefined, tag: string): Row => ({
    token_sha: bytes(`new ${tag}`),
    organisation_id: organisation ?? null,
    ...gift,
    email: 'new@people.example',
    name: 'Somebody new',
    person_id: null,
    invited_by: by ?? null,
    expires_at: '9990-01-01T00:00:00Z',
  })
  return given.flatMap((admin, index) => {
    const next = given[(index + 1) % given.length]
    return [
      ...gifts.map((gift, n) => row(admin['organisation_id'], gift, admin['account_id'], `${index} ${n}`)),
      row(admin['organisation_id'], gifts[0] ?? {}, next?.['account_id'], `${index} other`),
      row(admin['organisation_id'], gifts[0] ?? {}, null, `${index} nobody`),
      row(next?.['organisation_id'], gifts[0] ?? {}, admin['account_id'], `${index} away`),
    ]
  })
}

type Candidates = Readonly<Record<string, readonly Row[]>>
const made = new WeakMap<World, Candidates>()

/** The rows to try on each table into which some person may add. Asked for by every asker of every table, so made once. */
export const candidates = (world: World): Candidates => {
  const known = made.get(world) ?? candidatesIn(world)
  made.set(world, known)
  return known
}

const candidatesIn = (world: World): Candidates => ({
  partnership: [{ id: idOf('new partnership'), name: 'East', slug: 'east' }],
  organisation: [{ id: idOf('new organisation'), kind: 'host', name: 'New', second_factor_required: true }],
  membership: memberships(),
  term: terms(),
  team: organisations.map((name) => ({ organisation_id: idOf('organisation', name), name: 'New team' })),
  person: staff(),
  role_grant: grants(world),
  invitation: invitations(world),
  draft: rowsOf(world, 'account').map(({ id }) => ({
    account_id: id ?? null,
    path: '/new',
    sealed: bytes('new'),
    version: 1,
    updated_at: '2020-01-01T00:00:00Z',
  })),
  submission: rowsOf(world, 'account').map(({ id }) => ({
    account_id: id ?? null,
    once: idOf('new once'),
    body_sha: bytes('new'),
    location: '',
    at: '2020-01-01T00:00:00Z',
  })),
  mail: [{ template: 'invitation', sealed: bytes('new') }],
  ...wordingCandidates(world),
  ...caseCandidates(world),
  ...changeCandidates(world),
})
