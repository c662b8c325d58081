import { standard1 } from '#modules/cases/engagement/standard.ts'
import { addDays } from '#platform/dates.ts'
import { idOf, keyTokenOf, type Row, type Skeleton, type SomeFamily, sha } from './world.ts'
import { entryOf, individual, keyless, own, peopleOf, staffOf } from './world-cases-keys.ts'
import { recordRows } from './world-cases-record.ts'

const minutes = (now: Date, count: number): string => new Date(now.getTime() + count * 60_000).toISOString()

const ended = (now: Date, is: boolean | undefined) => (is === true ? minutes(now, -1) : null)

const parts = { child: 'child', perpetrator: 'perpetrator', survivor: 'victim_survivor', other: 'other' } as const

const familyRow = (family: SomeFamily, index: number, { today }: Skeleton): Row => ({
  id: idOf('family', family.name),
  authority_id: idOf('organisation', family.organisation),
  reference: `F-${sha(family.name).slice(0, 8).replaceAll('0', '2').replaceAll('1', '3').toUpperCase()}`,
  name: `Household of ${family.name}`,
  team_id:
    family.team === undefined
      ? null
      : idOf('team', family.organisation, ...(family.team === 'second' ? ['second'] : [])),
  cms_id: `CMS ${family.name}`,
  opened_on: addDays(today, -100 - index),
  closed_on: family.closed === true ? today : null,
})

const individuals = (families: readonly SomeFamily[]): Row[] => {
  const keys = families.flatMap((family) =>
    Object.values(peopleOf(family)).map((key) => ({ key, borough: family.organisation })),
  )
  const boroughs = [...new Set(families.map(({ organisation }) => organisation))]
  // Somebody recorded just now who is in no family yet.
  const fresh = boroughs.map((borough) => ({ key: `${borough} fresh`, borough }))
  return [...new Map([...keys, ...fresh].map((each) => [each.key, each])).values()].map(({ key, borough }) => ({
    id: individual(key),
    authority_id: idOf('organisation', borough),
    name: key,
    birth_on: '1980-02-03',
  }))
}

const memberRows = (family: SomeFamily): Row[] =>
  Object.entries(peopleOf(family)).map(([part, key]) => ({
    ...own(family),
    individual_id: individual(key),
    // The entries of `peopleOf` are the parts.
    part: parts[part as keyof typeof parts],
  }))

const workerRows = (family: SomeFamily, { today }: Skeleton): Row[] =>
  (family.workers ?? []).map(({ person, starts = 0, ends }) => ({
    id: idOf('family_worker', family.name, person),
    ...own(family),
    person_id: idOf('person', person),
    kind: 'co-worker',
    starts: addDays(today, starts),
    ends: ends === undefined ? null : addDays(today, ends),
  }))

const sealRows = (family: SomeFamily, { now, today }: Skeleton) => {
  if (family.seal === undefined) return { family_seal: [], family_seal_person: [], family_seal_review: [] }
  const seal = { ...own(family), seal_id: idOf('seal', family.name) }
  return {
    family_seal: [
      {
        id: seal.seal_id,
        ...own(family),
        reason: 'A member of staff is a party',
        sealed_by: staffOf(family),
        sealed_at: minutes(now, -60),
        review_due: addDays(today, 90),
        ended_at: ended(now, family.seal === 'lifted'),
      },
    ],
    family_seal_person: (family.named ?? []).map((named) => ({
      id: idOf('named', family.name, named.person),
      ...seal,
      person_id: idOf('person', named.person),
      ended_at: ended(now, named.ended),
    })),
    family_seal_review: [
      {
        id: idOf('seal review', family.name),
        ...seal,
        reviewed_by: staffOf(family),
        outcome: 'kept',
        note: 'Still a party to it',
      },
    ],
  }
}

const guardRows = (family: SomeFamily, { now, today }: Skeleton) => ({
  family_wall: (family.walls ?? []).map((wall) => ({
    id: idOf('wall', family.name, wall.person),
    ...own(family),
    person_id: idOf('person', wall.person),
    reason: 'Knows the family from home',
    set_by: staffOf(family),
    ended_at: ended(now, wall.ended),
  })),
  staff_tie: (family.ties ?? []).map((tie) => ({
    id: idOf('tie', family.name, tie.person),
    ...own(family),
    individual_id: individual(family.other ?? peopleOf(family).perpetrator),
    person_id: idOf('person', tie.person),
    kind: 'knows',
    set_by: staffOf(family),
    ended_at: ended(now, tie.ended),
  })),
  break_glass: [
    ...(family.glass ?? []).map((glass) => ({
      ...emergency(family, glass.person, { now, today }),
      person_id: idOf('person', glass.person),
      until: minutes(now, glass.minutes),
      ended_at: ended(now, glass.ended),
      reviewed_at: null,
    })),
    // In every family one that is over and looked at.
    {
      ...emergency(family, 'staff', { now, today }),
      person_id: staffOf(family),
      until: minutes(now, -1000),
      ended_at: minutes(now, -1100),
      reviewed_at: minutes(now, -1),
    },
  ],
})

const emergency = (family: SomeFamily, who: string, { now, today }: Pick<Skeleton, 'now' | 'today'>) => ({
  id: idOf('glass', family.name, who),
  ...own(family),
  reason: 'Police are at the door this evening',
  at: minutes(now, -10),
  review_due: addDays(today, 2),
})

const vaultRows = (family: SomeFamily, { now }: Skeleton) => {
  const entry = { ...own(family), entry_id: entryOf(family, 'held') }
  const bytes = `\\x${sha(`vault ${family.name}`)}`
  return {
    vault_key: keyless.includes(family.name) ? [] : [{ ...own(family), sealed: bytes }],
    vault_entry: (['held', 'empty'] as const).map((held) => ({
      id: entryOf(family, held),
      ...own(family),
      individual_id: individual(peopleOf(family).survivor),
      kind: 'address',
      added_by: staffOf(family),
    })),
    vault_value: [{ ...entry, sealed: bytes }],
    vault_print: [{ ...entry, words: 3, sha: bytes }],
    vault_reveal: (family.revealed ?? []).map(({ person, minutes: until }) => ({
      id: idOf('reveal', family.name, person),
      ...entry,
      person_id: idOf('person', person),
      reason: 'To visit today',
      until: minutes(now, until),
    })),
  }
}

/** Keys of case management systems: working, in their last day, run out today, taken back, and another borough's. */
const keyRows = ({ today, now, organisations }: Skeleton): Row[] =>
  [
    { name: 'Alder working', borough: 'Alder', expires: 9, revoked: false },
    { name: 'Alder last day', borough: 'Alder', expires: 1, revoked: false },
    { name: 'Alder run out', borough: 'Alder', expires: 0, revoked: false },
    { name: 'Alder taken back', borough: 'Alder', expires: 9, revoked: true },
    { name: 'Birch working', borough: 'Birch', expires: 9, revoked: false },
  ]
    .filter(({ borough }) => organisations.some(({ name }) => name === borough))
    .map(({ name, borough, expires, revoked }) => ({
      id: idOf('api_key', name),
      organisation_id: idOf('organisation', borough),
      name,
      token_sha: `\\x${sha(keyTokenOf(name))}`,
      made_by: idOf('person', 'staff of', borough),
      expires_on: addDays(today, expires),
      revoked_at: ended(now, revoked),
    }))

const houseRows = (world: Skeleton) => ({
  form_definition: boroughsOf(world).map((borough) => ({
    id: idOf('form_definition', borough),
    authority_id: idOf('organisation', borough),
    number: 1,
    definition: { ...standard1, title: `The form of ${borough}` },
    note: 'With our questions',
    made_by: idOf('person', 'staff of', borough),
  })),
  guidance_link: world.partnerships.map((name) => ({
    id: idOf('guidance_link', name),
    partnership_id: idOf('partnership', name),
    question: 'why-not',
    title: 'Guidance',
    url: 'https://guidance.example/',
  })),
  cms_link: boroughsOf(world)
    .filter((borough) => borough !== 'Alder')
    .map((borough) => ({
      organisation_id: idOf('organisation', borough),
      url: 'https://cases.example/{id}',
      set_by: idOf('person', 'staff of', borough),
    })),
  api_key: keyRows(world),
})

const boroughsOf = ({ organisations }: Skeleton): string[] =>
  organisations.map(({ name }) => name).filter((name) => ['Alder', 'Birch'].includes(name))

/** Families with all that is recorded of them, in an order in which it can be inserted. */
export const caseRows = (world: Skeleton): (readonly [string, readonly Row[]])[] => {
  const families = world.families ?? []
  const tables = new Map<string, Row[]>([
    ['family', families.map((family, index) => familyRow(family, index, world))],
    ['individual', individuals(families)],
    ['family_individual', families.flatMap(memberRows)],
    ['family_worker', families.flatMap((family) => workerRows(family, world))],
  ])
  const parts: readonly Readonly<Record<string, readonly Row[]>>[] = [
    ...families.flatMap((family) => [
      sealRows(family, world),
      guardRows(family, world),
      vaultRows(family, world),
      recordRows(family, world),
    ]),
    houseRows(world),
  ]
  for (const [table, rows] of parts.flatMap((part) => Object.entries(part)))
    tables.set(table, [...(tables.get(table) ?? []), ...rows])
  return [...tables]
}
