import type { StaffKey } from './staff.ts'

/** Days before today; a number below nothing lies ahead. */
export type DaysAgo = number

/** When something was done, told from today: days, whole months or calendar years ago. */
export type When =
  | 'not known'
  | { readonly on: DaysAgo }
  | { readonly from: DaysAgo; readonly to: DaysAgo }
  | { readonly since: DaysAgo }
  | { readonly month: number }
  | { readonly fromMonth: number; readonly toMonth: number }
  | { readonly sinceMonth: number }
  | { readonly year: number }
  | { readonly fromYear: number; readonly toYear: number }
  | { readonly sinceYear: number }

/** What a row said before somebody changed it: the columns that were otherwise. `{ ago: 3 }` stands for a day. */
export type Edit = { readonly on: DaysAgo; readonly by: StaffKey; readonly was: Readonly<Record<string, unknown>> }

/** Who wrote something, when, and what it said before. Nobody named: the story's own worker; no day: the day it is about. */
export type Written = { readonly on?: DaysAgo; readonly by?: StaffKey; readonly history?: readonly Edit[] }
export type Withdrawable = Written & {
  readonly withdrawn?: { readonly on: DaysAgo; readonly by: StaffKey; readonly why: string }
}

/** Where people are kept by what a story calls them. */
export type PersonKey = string

export type Person = {
  readonly part: 'child' | 'perpetrator' | 'victim_survivor' | 'other'
  readonly name: string
  /** Years of age today, and days since the last birthday. */
  readonly age?: readonly [years: number, days: number]
  readonly expected?: DaysAgo
  readonly gender?: string
  readonly disability?: string
  readonly ethnicity?: string
  readonly religion?: string
  readonly sexuality?: string
  readonly involvement?: string
  readonly cmsId?: string
  readonly communication?: string
  readonly vulnerability?: string
  readonly housing?: string
  readonly childrenElsewhere?: string
  readonly left?: DaysAgo
  /** The same person in an earlier story, as `story/person`. */
  readonly known?: string
}

export type Harm = readonly [who: PersonKey, ways: readonly string[], how: string]

export type PatternStory = Withdrawable & {
  readonly who: PersonKey
  readonly kinds: readonly string[]
  readonly what: string
  readonly when: When
  readonly source: string
  readonly harms: readonly Harm[]
  readonly meaning?: string
  readonly carried?: string
  readonly on: DaysAgo
}

export type EffortStory = Withdrawable & {
  readonly who: PersonKey
  readonly children?: readonly PersonKey[]
  readonly kind: 'safety' | 'stability' | 'nurture' | 'healing'
  readonly what: string
  readonly source: string
  readonly seen?: DaysAgo
  readonly acknowledged?: DaysAgo
  readonly on: DaysAgo
}

export type ComplexityStory = Withdrawable & {
  readonly who: PersonKey
  readonly kind: 'substance use' | 'mental health' | 'culture' | 'immigration' | 'disability' | 'money'
  readonly link: 'outcome of the abuse' | 'made worse by the abuse' | 'used by the perpetrator' | 'no link known'
  readonly what: string
  readonly source: string
  readonly on: DaysAgo
}

export type SafetyPlanStory = Written & {
  readonly who: PersonKey
  readonly way: string
  readonly worker: string
  readonly review: DaysAgo
  readonly on: DaysAgo
}

export type AttemptStory = Withdrawable & {
  readonly who: PersonKey
  readonly on: DaysAgo
  readonly at?: string
  readonly how: string
  readonly result: string
  readonly about?: readonly ('behaviour' | 'parenting choice' | 'impact')[]
  readonly what: string
  readonly next?: string
  readonly nextOn?: DaysAgo
}

export type SupervisionStory = Written & {
  readonly on: DaysAgo
  readonly with?: StaffKey
  readonly pattern: string
  readonly impact: string
  readonly partnering: string
  readonly engagement: string
  readonly safety: string
  readonly decisions: string
}

export type ReviewStory = {
  readonly on: DaysAgo
  readonly by?: StaffKey
  readonly meeting?: string
  readonly status: 'open' | 'met' | 'partly met' | 'not met' | 'withdrawn'
  readonly evidence: string
}

export type ActionStory = Written & {
  readonly on: DaysAgo
  readonly owner: 'perpetrator' | 'worker' | 'agency' | 'survivor'
  readonly who?: PersonKey
  readonly agency?: string
  /** Without a measure it is a task. */
  readonly measure?: string
  readonly what: string
  readonly due?: DaysAgo
  readonly whySurvivor?: string
  readonly shareable?: boolean
  /** The supervision that decided it, counted from 1. */
  readonly supervision?: number
  readonly reviews?: readonly ReviewStory[]
}

export type ReferralStory = Written & {
  readonly who: PersonKey
  readonly programme: string
  readonly on: DaysAgo
  readonly answer?: 'accepted' | 'waiting list' | 'declined' | 'not suitable' | 'withdrawn'
  readonly answered?: DaysAgo
  readonly reason?: string
}

export type NoteStory = Written & {
  readonly on: DaysAgo
  readonly kind: 'visit' | 'telephone' | 'meeting' | 'conference' | 'message' | 'other'
  readonly text: string
  readonly locationReason?: string
  readonly imported?: string
  /** The day on which it was written, where that was later. */
  readonly written?: DaysAgo
}

export type LetterStory = Written & {
  readonly on: DaysAgo
  readonly who: PersonKey
  readonly subject: string
  readonly text: string
  readonly withPlan?: boolean
  readonly sent?: DaysAgo
}

export type AnswerStory =
  | 'yes'
  | 'no'
  | { readonly value: 'yes' | 'no'; readonly note?: string; readonly whyNot?: string }

export type FormStory = {
  readonly held: DaysAgo
  readonly by?: StaffKey
  readonly state: 'open' | 'completed' | 'given up'
  /** The number of the form that this one puts right, and why. */
  readonly corrects?: number
  readonly why?: string
  /** Sections about people that were looked at. A completed form looked at all. */
  readonly people?: readonly ('children' | 'perpetrators' | 'victim-survivors' | 'household')[]
  readonly answers: Readonly<
    Partial<
      Record<'spoken-behaviour' | 'spoken-parenting' | 'spoken-impact' | 'plan-actions' | 'referral', AnswerStory>
    >
  > & { readonly intersections?: string; readonly summary?: string }
}

/** Kept sealed: saved only where the installation's secret is at hand. */
export type VaultStory = {
  readonly who: PersonKey
  readonly kind: string
  readonly value: string
  readonly since: DaysAgo
  readonly ended?: DaysAgo
  readonly by?: StaffKey
}
/** A small file with a note, counted from 1. */
export type FileStory = {
  readonly note: number
  readonly name: string
  readonly title: string
  readonly paragraphs: readonly string[]
}

export type SealStory = {
  readonly on: DaysAgo
  readonly by: StaffKey
  readonly reason: string
  readonly named: readonly StaffKey[]
  readonly reviews: readonly { readonly on: DaysAgo; readonly by: StaffKey; readonly note: string }[]
}
export type BreakGlassStory = {
  readonly on: DaysAgo
  readonly at: string
  readonly by: StaffKey
  readonly reason: string
  readonly review?: {
    readonly on: DaysAgo
    readonly by: StaffKey
    readonly outcome: 'right' | 'not needed' | 'to be looked into'
    readonly note: string
  }
}

export type WorkerStory = {
  readonly who: StaffKey
  readonly kind: 'key worker' | 'co-worker' | 'manager'
  readonly from: DaysAgo
  readonly to?: DaysAgo
}

/** A family of the demonstration, whole. Everything in it is invented. */
export type Story = {
  readonly key: string
  readonly borough: 'Hackney' | 'Newham'
  readonly name: string
  /** What a trainer can teach from it. */
  readonly teaches: string
  readonly team: string
  readonly cmsId: string
  readonly opened: DaysAgo
  /** Writes what nobody else is named for. */
  readonly worker: StaffKey
  readonly closed?: { readonly on: DaysAgo; readonly why: string }
  readonly history?: readonly Edit[]
  readonly legalStatus?: string
  readonly communication?: string
  readonly workers: readonly WorkerStory[]
  readonly people: Readonly<Record<PersonKey, Person>>
  readonly relations?: readonly (readonly [from: PersonKey, kind: string, to: PersonKey, note?: string])[]
  readonly forms?: readonly FormStory[]
  readonly pattern?: readonly PatternStory[]
  readonly efforts?: readonly EffortStory[]
  readonly complexity?: readonly ComplexityStory[]
  readonly safetyPlans?: readonly SafetyPlanStory[]
  readonly attempts?: readonly AttemptStory[]
  readonly supervisions?: readonly SupervisionStory[]
  readonly plan?: readonly ActionStory[]
  readonly referrals?: readonly ReferralStory[]
  readonly notes?: readonly NoteStory[]
  readonly letters?: readonly LetterStory[]
  readonly vault?: readonly VaultStory[]
  readonly files?: readonly FileStory[]
  readonly seal?: SealStory
  readonly walls?: readonly {
    readonly who: StaffKey
    readonly on: DaysAgo
    readonly by: StaffKey
    readonly reason: string
  }[]
  readonly ties?: readonly {
    readonly who: StaffKey
    readonly individual: PersonKey
    readonly kind: 'is' | 'knows'
    readonly on: DaysAgo
    readonly by: StaffKey
    readonly note: string
  }[]
  readonly emergencies?: readonly BreakGlassStory[]
}
