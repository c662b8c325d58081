import { idOf } from '../ids.ts'
import { programmes } from '../people/organisations.ts'
import { withdrawing } from './pattern-records.ts'
import type { ActionStory, Edit } from './story.ts'
import type { Telling } from './telling.ts'

/** Attempts to engage a perpetrator, how it is done safely, and referrals to programmes. */
export const saveEngagement = (telling: Telling): void => {
  saveSafetyPlans(telling)
  saveAttempts(telling)
  saveCaseReferrals(telling)
}

const saveSafetyPlans = (telling: Telling) => {
  const { story, authority, family, id, at, day, staff, person } = telling
  for (const plan of story.safetyPlans ?? [])
    telling.addKept(
      'safety_plan',
      {
        id: id('safety plan', plan.who),
        authority_id: authority,
        family_id: family,
        perpetrator_id: person(plan.who),
        safe_way: plan.way,
        worker_plan: plan.worker,
        review_on: day(plan.review),
        recorded_by: staff(plan.by),
        recorded_at: at(plan.on, 'safety plan'),
      },
      plan.history,
    )
}

const saveAttempts = (telling: Telling) => {
  const { story, authority, family, id, at, day, staff, person } = telling
  for (const [n, attempt] of (story.attempts ?? []).entries()) {
    const { columns, edits } = withdrawing(telling, attempt)
    telling.addKept(
      'engagement_attempt',
      {
        id: id('attempt', n),
        authority_id: authority,
        family_id: family,
        perpetrator_id: person(attempt.who),
        on_date: day(attempt.on),
        at_time: attempt.at ?? '',
        how: attempt.how,
        result: attempt.result,
        spoke_about: [...(attempt.about ?? [])],
        what: attempt.what,
        next: attempt.next ?? '',
        next_on: attempt.nextOn === undefined ? null : day(attempt.nextOn),
        made_by: staff(attempt.by),
        ...columns,
        recorded_by: staff(attempt.by),
        recorded_at: at(attempt.on, `attempt ${n}`),
      },
      edits,
    )
  }
}

const saveCaseReferrals = (telling: Telling) => {
  const { story, authority, family, id, at, day, staff, person } = telling
  for (const [n, referral] of (story.referrals ?? []).entries()) {
    const known = programmes.find(({ name }) => name === referral.programme)
    const answered = referral.answered
    telling.addKept(
      'case_referral',
      {
        id: id('referral', n),
        authority_id: authority,
        family_id: family,
        perpetrator_id: person(referral.who),
        programme_id: known ? idOf('programme', known.name) : null,
        programme: referral.programme,
        sent_on: day(referral.on),
        answer: referral.answer ?? '',
        answered_on: answered === undefined ? null : day(answered),
        reason: referral.reason ?? '',
        recorded_by: staff(referral.by),
        recorded_at: at(referral.on, `referral ${n}`),
      },
      answered === undefined
        ? []
        : [{ on: answered, by: referral.by ?? story.worker, was: { answer: '', answered_on: null, reason: '' } }],
    )
  }
}

/** Supervision, and the plan with what was found at its reviews. */
export const savePlan = (telling: Telling): void => {
  const { story, authority, family, id, at, day, staff } = telling
  for (const [n, talk] of (story.supervisions ?? []).entries())
    telling.addKept(
      'supervision',
      {
        id: id('supervision', n + 1),
        authority_id: authority,
        family_id: family,
        held_on: day(talk.on),
        with_person: talk.with === undefined ? null : staff(talk.with),
        pattern: talk.pattern,
        impact: talk.impact,
        partnering: talk.partnering,
        engagement: talk.engagement,
        safety: talk.safety,
        decisions: talk.decisions,
        recorded_by: staff(talk.by),
        recorded_at: at(talk.on, `supervision ${n}`),
      },
      talk.history,
    )
  for (const [n, action] of (story.plan ?? []).entries()) saveAction(telling, action, n + 1)
}

const saveAction = (telling: Telling, action: ActionStory, number: number) => {
  const { story, authority, family, id, at, day, staff, person } = telling
  const reviews = action.reviews ?? []
  const edits = reviews.map(
    ({ on, by }, n): Edit => ({
      on,
      by: by ?? story.worker,
      was: { status: reviews[n - 1]?.status ?? 'open' },
    }),
  )
  telling.addKept(
    'plan_action',
    {
      id: id('action', number),
      authority_id: authority,
      family_id: family,
      number,
      owner: action.owner,
      individual_id: action.who === undefined ? null : person(action.who),
      agency: action.agency ?? '',
      kind: action.measure === undefined ? 'task' : 'change',
      what: action.what,
      measure: action.measure ?? '',
      due_on: action.due === undefined ? null : day(action.due),
      why_survivor: action.whySurvivor ?? '',
      shareable: action.shareable ?? false,
      status: reviews.at(-1)?.status ?? 'open',
      supervision_id: action.supervision === undefined ? null : id('supervision', action.supervision),
      recorded_by: staff(action.by),
      recorded_at: at(action.on, `action ${number}`),
    },
    [...(action.history ?? []), ...edits],
  )
  for (const [n, review] of reviews.entries())
    telling.add('plan_review', {
      id: id('review', number, n),
      authority_id: authority,
      family_id: family,
      action_id: id('action', number),
      on_date: day(review.on),
      meeting: review.meeting ?? '',
      status: review.status,
      evidence: review.evidence,
      recorded_by: staff(review.by),
      recorded_at: at(review.on, `review ${number} ${n}`),
    })
}
