import {
  addDays,
  formatDate,
  formatMonth,
  type LocalDate,
  type Period,
  periodContains,
  periodsOverlap,
} from '#platform/dates.ts'

export type Partnership = { readonly id: string; readonly name: string; readonly slug: string }

/** An organisation by its id and name: a borough to filter by, a provider to choose. */
export type Named = { readonly id: string; readonly name: string }

/** In what capacity an organisation takes part, in the order in which a page lists them. */
export const capacities = ['authority', 'provider', 'delivery_partner', 'evaluator', 'host'] as const
export type Capacity = (typeof capacities)[number]

export const capacityNames: Readonly<Record<Capacity, { readonly one: string; readonly many: string }>> = {
  authority: { one: 'Borough', many: 'Boroughs' },
  provider: { one: 'Programme provider', many: 'Programme providers' },
  delivery_partner: { one: 'Delivery partner', many: 'Delivery partner' },
  evaluator: { one: 'Evaluator', many: 'Evaluator' },
  host: { one: 'Host of the partnership', many: 'Host of the partnership' },
}

/** How far a borough has come. Other organisations have no stage. */
export const stages = ['mobilising', 'implementing', 'embedding'] as const
export type Stage = (typeof stages)[number]

export const stageNames: Readonly<Record<Stage, string>> = {
  mobilising: 'Mobilising',
  implementing: 'Implementing',
  embedding: 'Embedding',
}

export const stageHints: Readonly<Record<Stage, string>> = {
  mobilising: 'Getting ready: people named, plans made, first training booked',
  implementing: 'Training runs, the lead is in post, consultations are given',
  embedding: 'Part of how the borough works: policy, quality assurance and supervision ask for it',
}

/** An organisation's part in a partnership, from a day and perhaps to a day (half-open). */
export type Membership = {
  readonly id: string
  readonly partnershipId: string
  readonly organisation: Named
  readonly capacity: Capacity
  readonly stage: Stage | null
  readonly starts: LocalDate
  readonly startsKnownTo: 'day' | 'month' | 'year'
  readonly ends: LocalDate | null
  readonly note: string
  readonly version: number
}

/** "3 August 2021", "August 2021" or "2021": as exactly as it is known, and no more. */
export const joinedText = ({ starts, startsKnownTo }: Pick<Membership, 'starts' | 'startsKnownTo'>): string => {
  if (startsKnownTo === 'year') return starts.slice(0, 4)
  return startsKnownTo === 'month' ? formatMonth(starts) : formatDate(starts)
}

/** The last day of a membership in words; null while it is open. */
export const leftText = ({ ends }: Pick<Membership, 'ends'>): string | null =>
  ends === null ? null : formatDate(addDays(ends, -1))

/** Whether it is to come, in force or over. */
export const membershipState = (period: Period, today: LocalDate): 'to come' | 'member' | 'left' => {
  if (today < period.starts) return 'to come'
  return periodContains(period, today) ? 'member' : 'left'
}

/** Whether an organisation was a member on any day of a period. */
export const wasMember = (memberships: readonly Membership[], organisationId: string, during: Period): boolean =>
  memberships.some(
    ({ organisation, starts, ends }) => organisation.id === organisationId && periodsOverlap({ starts, ends }, during),
  )

/** The organisation's other membership in the same capacity that shares a day with these dates. */
export const overlappingMembership = (
  asked: { organisationId: string; capacity: Capacity; starts: LocalDate; ends: LocalDate | null },
  others: readonly Membership[],
  ownId?: string,
): Membership | null =>
  others.find(
    (other) =>
      other.id !== ownId &&
      other.organisation.id === asked.organisationId &&
      other.capacity === asked.capacity &&
      periodsOverlap(asked, other),
  ) ?? null

/** Each borough once, by name: what lists are filtered by. */
export const boroughsAmong = (memberships: readonly Membership[]): Named[] => {
  const boroughs = memberships
    .filter(({ capacity }) => capacity === 'authority')
    .map(({ organisation }) => organisation)
  return [...new Map(boroughs.map((borough) => [borough.id, borough])).values()].toSorted((a, b) =>
    a.name.localeCompare(b.name, 'en-GB'),
  )
}
