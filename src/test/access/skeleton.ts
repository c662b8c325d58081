import type { Role } from '#platform/access/role.ts'
import { addDays, type LocalDate, londonDate } from '#platform/dates.ts'
import { families } from './skeleton-families.ts'
import type { Capacity, Skeleton, SomeGrant, SomePerson } from './world.ts'

const boroughRoles: readonly Role[] = [
  ...([
    'practitioner',
    'supervisor',
    'champion',
    'lead',
    'quality',
    'complaints',
    'borough_lead',
    'analyst',
    'admin',
  ] as const),
]

const longBefore = (today: LocalDate): LocalDate => addDays(today, -1000)

const member = (partnership: string, organisation: string, capacity: Capacity, starts: LocalDate) => ({
  partnership,
  organisation,
  capacity,
  starts,
  ends: null,
})

const memberships = (today: LocalDate): Skeleton['memberships'] => {
  const [before, tomorrow] = [longBefore(today), addDays(today, 1)]
  return [
    member('North', 'Alder', 'authority', before),
    member('North', 'Birch', 'authority', before),
    member('South', 'Birch', 'authority', before),
    member('South', 'Cedar', 'authority', before),
    // Half-open: the day of leaving no longer counts, and tomorrow does not count yet.
    { ...member('North', 'Fern', 'authority', before), ends: today },
    member('North', 'Larch', 'authority', tomorrow),
    member('North', 'Vine', 'provider', before),
    member('North', 'Willow', 'provider', before),
    member('South', 'Willow', 'provider', before),
    member('North', 'Dove', 'delivery_partner', before),
    { ...member('South', 'Dove', 'delivery_partner', before), ends: today },
    member('North', 'Elm', 'evaluator', before),
    member('South', 'Elm', 'evaluator', tomorrow),
    member('South', 'Heath', 'host', before),
  ]
}

/** Three terms a partnership: one out today in the North, one that comes out tomorrow, and the current one. */
const terms = (today: LocalDate): Skeleton['terms'] =>
  ['North', 'South'].flatMap((partnership) => {
    const term = (number: number, from: number, to: number, publishedOn: LocalDate | null) => ({
      partnership,
      number,
      starts: addDays(today, from),
      ends: addDays(today, to),
      publishedOn,
    })
    return [
      term(1, -900, -500, partnership === 'North' ? today : null),
      term(2, -500, -100, addDays(today, 1)),
      term(3, -100, 300, null),
    ]
  })

const grant = (today: LocalDate, role: string, organisation: string, partnership?: string): SomeGrant => ({
  role,
  organisation,
  ...(partnership === undefined ? {} : { partnership }),
  starts: longBefore(today),
  ends: null,
})

const person = (name: string, organisation: string, grants: readonly SomeGrant[]): SomePerson => ({
  name,
  organisation,
  leaves: null,
  closed: false,
  session: 'live',
  grants,
})

/** One person for each role, in each place where it makes a difference. */
const roleHolders = (today: LocalDate): SomePerson[] => {
  const one = (role: string, organisation: string, partnership?: string): SomePerson =>
    person([organisation, role, partnership].filter(Boolean).join(' '), organisation, [
      grant(today, role, organisation, partnership),
    ])
  return [
    ...['Alder', 'Birch'].flatMap((organisation) =>
      boroughRoles.map((role) => ({ ...one(role, organisation), inTeam: role === 'supervisor' })),
    ),
    ...['Cedar', 'Fern', 'Larch'].map((organisation) => one('lead', organisation)),
    ...['Vine', 'Willow'].map((organisation) => one('provider', organisation)),
    ...['Vine', 'Dove', 'Elm', 'Heath', 'Nettle'].map((organisation) => one('admin', organisation)),
    ...['Dove', 'Elm', 'Heath', 'Nettle'].map((organisation) => one('practitioner', organisation)),
    ...['training', 'project'].flatMap((role) => [one(role, 'Dove', 'North'), one(role, 'Heath', 'South')]),
    one('evaluator', 'Elm', 'North'),
    one('evaluator', 'Elm', 'South'),
  ]
}

/** Leads of Alder at the edges of their access, and people with two grants. */
const edges = (today: LocalDate): SomePerson[] => {
  const own = grant(today, 'lead', 'Alder')
  const tomorrow = addDays(today, 1)
  const lead = (name: string, over: Partial<SomePerson>, dates: Partial<SomeGrant> = {}): SomePerson => ({
    ...person(name, 'Alder', [{ ...own, ...dates }]),
    ...over,
  })
  return [
    person('Alder supervisor and champion', 'Alder', [
      grant(today, 'supervisor', 'Alder'),
      grant(today, 'champion', 'Alder'),
    ]),
    {
      ...person('Alder supervisor lent to Birch', 'Alder', [
        grant(today, 'supervisor', 'Alder'),
        grant(today, 'supervisor', 'Birch'),
      ]),
      inTeam: true,
    },
    person('Alder lead lent to Birch', 'Alder', [own, grant(today, 'lead', 'Birch')]),
    lead('grant ended', {}, { ends: today }),
    lead('grant ends tomorrow', {}, { ends: tomorrow }),
    lead('grant starts tomorrow', {}, { starts: tomorrow }),
    lead('grant starts today', {}, { starts: today }),
    lead('account closed', { closed: true }),
    lead('left yesterday', { leaves: addDays(today, -1) }),
    lead('left today', { leaves: today }),
    lead('leaves tomorrow', { leaves: tomorrow }),
    ...(['ended', 'idle', 'expired', 'incomplete'] as const).map((session) => lead(`session ${session}`, { session })),
  ]
}

/** Two boroughs of one partnership, one of them in a second; those that left, come tomorrow, or belong nowhere; all who run them. */
export const skeleton = (now: Date, demonstration = false): Skeleton => {
  const today = londonDate(now)
  const authorities = ['Alder', 'Birch', 'Cedar', 'Fern', 'Larch', 'Nettle']
  return {
    now,
    today,
    demonstration,
    partnerships: ['North', 'South'],
    organisations: [
      ...authorities.map((name) => ({ name, kind: 'authority' as const })),
      ...['Vine', 'Willow'].map((name) => ({ name, kind: 'provider' as const })),
      { name: 'Dove', kind: 'delivery_partner' },
      { name: 'Elm', kind: 'evaluator' },
      { name: 'Heath', kind: 'host' },
    ],
    memberships: memberships(today),
    terms: terms(today),
    people: [...roleHolders(today), ...edges(today)],
    families,
  }
}
