import type { Plan } from '../extract.ts'
import type { DraftPlan } from './draft.ts'
import type { Census, Saying } from './saying.ts'
import { quoted } from './values.ts'

/** Judges one child protection plan: null where it has no start that can be read. */
export const judgePlan = (draft: DraftPlan, census: Census, saying: Saying): Plan | null => {
  const { started, line } = draft
  if (started === undefined || started === null) {
    saying.fault(line, 'CPPstartDate', 'date', 'The plan has no start date that can be read, so it was not counted.')
    return null
  }
  if (census.reference !== null && started > census.reference)
    saying.query(
      line,
      'CPPstartDate',
      'after-reference',
      'This is after the day up to which the file was made. It was counted. Check the date.',
    )
  if (draft.ended === null)
    saying.query(line, 'CPPendDate', 'date', 'This is no date that can be read. The plan was counted by its start.')
  else if (draft.ended !== undefined && draft.ended < started)
    saying.query(
      line,
      'CPPendDate',
      'order',
      'The plan ends before it starts. It was counted by its start. Check both dates.',
    )
  return { started, previous: previousOf(draft, saying) }
}

const previousOf = ({ previous, line }: DraftPlan, saying: Saying): number | null => {
  if (previous === undefined || previous === '') return null
  if (/^\d{1,3}$/.test(previous)) return Number(previous)
  const said = `${quoted(previous)} is no number, so whether this is a first plan is counted as not said.`
  saying.fault(line, 'NumberOfPreviousCPP', 'number', said)
  return null
}

/** Plans of one child that overlap, or of which several are open. All of them count. */
export const checkPlans = (drafts: readonly DraftPlan[], saying: Saying): void => {
  if (drafts.length < 2) return
  const plans = drafts
    .flatMap(({ started, ended, line }) => (typeof started === 'number' ? [{ started, ended, line }] : []))
    .toSorted((a, b) => a.started - b.started)
  for (const [at, plan] of plans.entries()) {
    const before = plans[at - 1]
    if (before === undefined) continue
    if (before.ended === undefined && plan.ended === undefined)
      saying.query(
        plan.line,
        'CPPendDate',
        '8935',
        'The child has more than one open plan. All were counted. Check whether one has ended.',
      )
    else if (before.ended === undefined || (typeof before.ended === 'number' && before.ended > plan.started))
      saying.query(
        plan.line,
        'CPPstartDate',
        '8940',
        'The plan starts before the one before it has ended. Both were counted. Check the dates.',
      )
  }
}
