import type { LocalDate } from '#platform/dates.ts'

/** A term as the reader may know it. Half-open: the day `ends` belongs to the next one. */
export type Term = {
  readonly number: number
  readonly name: string
  readonly starts: LocalDate
  readonly ends: LocalDate
  readonly publishedOn: LocalDate | null
}

export type Partnership = { readonly id: string; readonly name: string; readonly slug: string }

/** An authority that was a member for at least half of a term: who joined in its last weeks made ready for the next one. */
export type Member = {
  readonly term: number
  readonly authority: string
}

/** A course in a term. `days` null: taken in one's own time. */
export type CourseTerm = {
  readonly term: number
  readonly course: string
  readonly days: number | null
  readonly mode: string
  readonly offered: boolean
  readonly blocks: number
  readonly attended: number
}

/** `authority` null: the register did not record the borough. */
export type Attended = {
  readonly term: number
  readonly course: string
  readonly authority: string | null
  readonly attended: number
}

/** `months`: how many months of its activity the borough sent in. */
export type Consultations = {
  readonly term: number
  readonly authority: string
  readonly consultations: number
  readonly months: number
}

/** How many referrals of a programme took a step; the measure `referrals` counts them all. */
export type ReferralCount = {
  readonly term: number
  readonly programme: string
  readonly measure: string
  readonly n: number
  readonly firstOn: LocalDate | null
  readonly lastOn: LocalDate | null
}

export type ReferredPeople = {
  readonly term: number
  readonly characteristic: string
  readonly value: string
  readonly n: number
}

export type ReferralOrigin = {
  readonly term: number
  readonly programme: string
  readonly origin: string
  readonly ownBorough: boolean
  readonly n: number
  readonly suitable: number
}

/** `views` null: on no day of the term was this page counted. */
export type HubViews = {
  readonly term: number
  readonly section: string
  readonly page: string
  readonly views: number | null
  readonly firstOn: LocalDate | null
  readonly lastOn: LocalDate | null
}

/** `events` null: the borough does not collect it, or it is `withheld`: 1 to 5 children, who could be recognised. */
export type ChangeData = {
  readonly term: number
  readonly authority: string
  readonly starts: LocalDate
  readonly ends: LocalDate
  readonly indicator: string
  readonly events: number | null
  readonly withheld: boolean
}

export type DataCollection = { readonly term: number; readonly name: string; readonly what: string }

export type Group = { readonly name: string; readonly meets: string }

/** A number or a sentence as a report printed it. `row` is the row's key cells joined by ` | `. */
export type PrintedFigure = {
  readonly place: string
  readonly file: string
  readonly row: string
  readonly column: string
  readonly printed: string
}

/** The figures are in the order in which they were printed. */
export type PrintedReport = {
  readonly title: string
  readonly citation: string
  readonly figures: readonly PrintedFigure[]
}

/** Everything that a term's report is made of, as counted for this reader. `terms` may lack those that the reader may not see. */
export type Figures = {
  readonly partnership: Partnership
  readonly term: Term
  readonly terms: readonly Term[]
  readonly members: readonly Member[]
  readonly training: readonly CourseTerm[]
  readonly attended: readonly Attended[]
  readonly consultations: readonly Consultations[]
  readonly referrals: readonly ReferralCount[]
  readonly referredPeople: readonly ReferredPeople[]
  readonly origins: readonly ReferralOrigin[]
  readonly hubViews: readonly HubViews[]
  readonly changeData: readonly ChangeData[]
  readonly dataCollection: readonly DataCollection[]
  readonly groups: readonly Group[]
  readonly printed: PrintedReport | null
}
