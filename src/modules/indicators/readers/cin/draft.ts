import type { Written } from './values.ts'

/** What a file says of something, before it is judged. Lines are where it begins. */
export type DraftAssessment = {
  readonly line: number
  started: Written
  authorised: Written
  readonly factors: { readonly code: string; readonly line: number }[]
}

export type DraftPlan = {
  readonly line: number
  started: Written
  ended: Written
  previous: string | undefined
}

export type DraftEpisode = {
  readonly line: number
  referred: Written
  closed: Written
  nfa: boolean | null | undefined
  /** An enquiry under section 47, or a first conference: nothing of them is kept but that there was one. */
  hasEnquiry: boolean
  readonly assessments: DraftAssessment[]
  readonly plans: DraftPlan[]
}

export type DraftChild = {
  readonly line: number
  id: string
  readonly episodes: DraftEpisode[]
}

export const newChild = (line: number): DraftChild => ({ line, id: '', episodes: [] })
export const newAssessment = (line: number): DraftAssessment => ({
  line,
  started: undefined,
  authorised: undefined,
  factors: [],
})
export const newPlan = (line: number): DraftPlan => ({
  line,
  started: undefined,
  ended: undefined,
  previous: undefined,
})
export const newEpisode = (line: number): DraftEpisode => ({
  line,
  referred: undefined,
  closed: undefined,
  nfa: undefined,
  hasEnquiry: false,
  assessments: [],
  plans: [],
})
