import { addDays } from '#platform/dates.ts'
import { grantOf, idOf, type Row, type SessionState, type Skeleton, type SomePerson, sha, tokenOf } from './world.ts'

const minutes = (now: Date, count: number): string => new Date(now.getTime() + count * 60_000).toISOString()
const bytes = (text: string): string => `\\x${sha(text)}`

/** Two lines of an organisation's record: that it began, and that its second family was opened, where it has one. */
const recordOf = ({ families = [], now }: Skeleton, organisation: string): Row[] => {
  const line = (seq: number, act: string, kind: string, id: string): Row => ({
    chain: idOf('organisation', organisation),
    seq,
    at: minutes(now, -60),
    role: 'admin',
    act,
    subject_kind: kind,
    subject_id: id,
    previous: '\\x',
    hash: bytes(`record ${organisation}`),
  })
  // Not the first: nearly everybody sees that one.
  const second = families.filter((family) => family.organisation === organisation)[1]
  return [
    line(1, 'record.begun', '', ''),
    ...(second === undefined ? [] : [line(2, 'family.opened', 'family', idOf('family', second.name))]),
  ]
}

/** Every organisation has two teams, an open invitation, two members of staff without an account, one of whom starts tomorrow, and a line of the record. */
const organisationRows = (world: Skeleton) => {
  const names = world.organisations.map(({ name }) => name)
  return {
    organisation: world.organisations.map(({ name, kind }) => ({ id: idOf('organisation', name), name, kind })),
    team: names.flatMap((name) => [
      { id: idOf('team', name), organisation_id: idOf('organisation', name), name: 'Early help' },
      { id: idOf('team', name, 'second'), organisation_id: idOf('organisation', name), name: 'Assessment' },
    ]),
    staff: names.flatMap((name) =>
      [0, 1].map((days) => ({
        id: days === 0 ? idOf('person', 'staff of', name) : idOf('person', 'staff from tomorrow of', name),
        organisation_id: idOf('organisation', name),
        name: days === 0 ? `Staff of ${name}` : `Coming to ${name}`,
        team_id: idOf('team', name),
        starts: addDays(world.today, days),
        ends: null,
      })),
    ),
    invitation: names.map((name) => ({
      id: idOf('invitation', name),
      token_sha: bytes(`invitation ${name}`),
      organisation_id: idOf('organisation', name),
      partnership_id: null,
      role: 'practitioner',
      email: `invited@${name}.example`.toLowerCase(),
      name: `Invited by ${name}`,
      expires_at: minutes(world.now, 60),
    })),
    record_entry: names.flatMap((name) => recordOf(world, name)),
    record_head: names.map((name) => ({
      chain: idOf('organisation', name),
      seq: recordOf(world, name).length,
      hash: bytes(`record ${name}`),
    })),
  }
}

const sessionRow = (now: Date, name: string, state: SessionState): Row => ({
  id: idOf('session', name),
  token_sha: bytes(tokenOf(name)),
  account_id: idOf('account', name),
  complete: state !== 'incomplete',
  idle_minutes: 15,
  // Two minutes either side of each limit, so that neither the limit nor its side can slip unseen.
  last_seen_at: minutes(now, state === 'idle' ? -17 : -13),
  expires_at: minutes(now, state === 'expired' ? -2 : 2),
  ended_at: state === 'ended' ? minutes(now, -1) : null,
})

const grantRows = ({ name, grants }: SomePerson): Row[] =>
  grants.map((grant, index) => ({
    id: grantOf(name, index),
    account_id: idOf('account', name),
    organisation_id: idOf('organisation', grant.organisation),
    partnership_id: grant.partnership === undefined ? null : idOf('partnership', grant.partnership),
    role: grant.role,
    starts: grant.starts,
    ends: grant.ends,
  }))

/** Everybody's now, and the first person's at these ages too: two minutes either side of the age at which things are cleared away. */
const atAges = (people: readonly SomePerson[], ages: readonly number[]) =>
  ages.flatMap((age) => (age === 0 ? people : people.slice(0, 1)).map(({ name }) => ({ name, age })))

const peopleRows = ({ people, now, today }: Skeleton) => ({
  person: people.map(({ name, organisation, inTeam, leaves }) => ({
    id: idOf('person', name),
    organisation_id: idOf('organisation', organisation),
    name,
    team_id: inTeam === true ? idOf('team', organisation) : null,
    starts: addDays(today, -3000),
    ends: leaves,
  })),
  account: people.map(({ name, organisation, closed }) => ({
    id: idOf('account', name),
    organisation_id: idOf('organisation', organisation),
    person_id: idOf('person', name),
    email: `${sha(name).slice(0, 12)}@people.example`,
    closed_at: closed ? minutes(now, -60) : null,
  })),
  credential: people.map(({ name }) => ({
    account_id: idOf('account', name),
    passphrase_hash: `hash of ${name}`,
    code_secret_sealed: bytes(`code ${name}`),
  })),
  recovery_code: people.map(({ name }) => ({ account_id: idOf('account', name), code_sha: bytes(`recovery ${name}`) })),
  role_grant: people.flatMap(grantRows),
  session: [
    ...people.map(({ name, session }) => sessionRow(now, name, session)),
    ...atAges(people, [-43_202, -43_198]).map(({ name, age }) => ({
      ...sessionRow(now, name, 'live'),
      id: idOf('session', name, age),
      token_sha: bytes(`${name} ${age}`),
      expires_at: minutes(now, age),
    })),
  ],
  draft: atAges(people, [0, -86_402, -86_398]).map(({ name, age }) => ({
    account_id: idOf('account', name),
    path: `/form${age}`,
    sealed: bytes(name),
    updated_at: minutes(now, age),
  })),
  submission: atAges(people, [0, -2_882, -2_878]).map(({ name, age }) => ({
    account_id: idOf('account', name),
    once: idOf('once', name, age),
    body_sha: bytes(name),
    at: minutes(now, age),
  })),
})

const partnershipRows = (world: Skeleton) => ({
  partnership: world.partnerships.map((name) => ({
    id: idOf('partnership', name),
    name,
    slug: name.toLowerCase(),
  })),
  membership: world.memberships.map((each) => ({
    id: idOf('membership', each.partnership, each.organisation, each.capacity, each.starts),
    partnership_id: idOf('partnership', each.partnership),
    organisation_id: idOf('organisation', each.organisation),
    capacity: each.capacity,
    starts: each.starts,
    ends: each.ends,
  })),
  term: world.terms.map((each) => ({
    id: idOf('term', each.partnership, each.number),
    partnership_id: idOf('partnership', each.partnership),
    number: each.number,
    name: `Year ${each.number}`,
    starts: each.starts,
    ends: each.ends,
    published_on: each.publishedOn,
  })),
})

/** Organisations, people, accounts, sessions, the record and the outbox, in an order in which they can be inserted. */
export const houseRows = (world: Skeleton): (readonly [string, readonly Row[]])[] => {
  const { partnership, membership, term } = partnershipRows(world)
  const { organisation, team, staff, invitation, record_entry, record_head } = organisationRows(world)
  const { person, ...own } = peopleRows(world)
  return [
    ...Object.entries({
      installation: [{ only_one: true, demonstration: world.demonstration }],
      partnership,
      organisation,
      membership,
      term,
      team,
      person: [...staff, ...person],
      ...own,
      invitation,
      sign_in_failure: [0, -1442, -1438].map((age) => ({ key_sha: bytes(`key ${age}`), at: minutes(world.now, age) })),
      record_entry,
      record_head,
      mail: [
        { id: idOf('mail', 1), template: 'invitation', sealed: bytes('mail'), sent_at: null },
        { id: idOf('mail', 2), template: 'invitation', sealed: bytes('mail'), sent_at: minutes(world.now, -1) },
      ],
    }),
  ]
}
