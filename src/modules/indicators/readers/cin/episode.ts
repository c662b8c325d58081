import type { Episode } from '../extract.ts'
import { type FactorCount, judgeAssessment } from './assessment.ts'
import type { DraftEpisode } from './draft.ts'
import { judgePlan } from './plan.ts'
import type { Census, Saying } from './saying.ts'

const none: readonly never[] = Object.freeze([])

const isSome = <T>(value: T | null): value is T => value !== null

const listOf = <D, T>(drafts: readonly D[], judge: (draft: D) => T | null): readonly T[] =>
  drafts.length === 0 ? none : drafts.map(judge).filter(isSome)

const checkClosed = ({ closed, line }: DraftEpisode, referred: number, census: Census, saying: Saying): void => {
  if (closed === null)
    saying.query(line, 'CINclosureDate', 'date', 'This is no date that can be read. The referral was counted.')
  if (closed === undefined || closed === null) return
  if (closed < referred)
    saying.query(
      line,
      'CINclosureDate',
      'order',
      'The case was closed before it was referred. The referral was counted. Check both dates.',
    )
  else if (census.first !== null && census.last !== null && (closed < census.first || closed > census.last))
    saying.query(
      line,
      'CINclosureDate',
      '8620',
      'The case was closed outside the year of this census. It was counted. Check the date.',
    )
}

const checkNoFurtherAction = (draft: DraftEpisode, saying: Saying): void => {
  if (draft.nfa === undefined)
    saying.query(
      draft.line,
      'ReferralNFA',
      'nfa',
      'Whether no further action was taken is not said. The referral was counted.',
    )
  if (draft.nfa === null)
    saying.fault(
      draft.line,
      'ReferralNFA',
      'nfa',
      'This is neither 0, 1, true nor false, so whether no further action was taken is counted as not said.',
    )
  if (draft.nfa !== true) return
  if (draft.assessments.length > 0 || draft.hasEnquiry)
    saying.query(
      draft.line,
      'ReferralNFA',
      '8831',
      'No further action was taken, and there is an assessment, an enquiry or a conference. All was counted. Check which is right.',
    )
  if (draft.plans.length > 0)
    saying.query(
      draft.line,
      'ReferralNFA',
      '8832',
      'No further action was taken, and there is a child protection plan. Both were counted. Check which is right.',
    )
}

/** Judges one episode, and all that is in it: null where it has no day of referral, without which nothing of it can be counted. */
export const judgeEpisode = (
  draft: DraftEpisode,
  child: string,
  census: Census,
  saying: Saying,
  count: FactorCount,
): Episode | null => {
  const { referred, line } = draft
  if (referred === undefined || referred === null) {
    saying.fault(
      line,
      'CINreferralDate',
      'date',
      'There is no date of referral that can be read, so nothing of this referral was counted. Write it as year-month-day.',
    )
    return null
  }
  if (census.reference !== null && referred > census.reference)
    saying.query(
      line,
      'CINreferralDate',
      'after-reference',
      'This is after the day up to which the file was made. It was counted. Check the date.',
    )
  checkClosed(draft, referred, census, saying)
  checkNoFurtherAction(draft, saying)
  for (const { authorised, line: at } of draft.assessments)
    if (typeof authorised === 'number' && authorised < referred)
      saying.query(
        at,
        'AssessmentAuthorisationDate',
        'order',
        'The assessment was authorised before the referral. It was counted. Check both dates.',
      )
  return {
    child,
    referred,
    nfa: draft.nfa ?? null,
    assessments: listOf(draft.assessments, (one) => judgeAssessment(one, census, saying, count)),
    plans: listOf(draft.plans, (one) => judgePlan(one, census, saying)),
  }
}
