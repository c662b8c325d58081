import { describe, expect, test } from 'vitest'
import { attemptForm } from '#modules/cases/attempts/form.ts'
import { safetyPlanForm } from '#modules/cases/attempts/safety-plan/form.ts'
import { complexityForm } from '#modules/cases/complexity/form.ts'
import { effortForm } from '#modules/cases/efforts/form.ts'
import { type Answers, answersFrom, lackingOf } from '#modules/cases/engagement/answer.ts'
import { questionsOf, sectionOf } from '#modules/cases/engagement/definition.ts'
import { standard1, standardName } from '#modules/cases/engagement/standard.ts'
import type { Member, Part } from '#modules/cases/family.ts'
import { noteForm } from '#modules/cases/notes/form.ts'
import { patternForm, typedOf } from '#modules/cases/pattern/form.ts'
import { personForm } from '#modules/cases/people/form.ts'
import { relationKinds } from '#modules/cases/people/person.ts'
import { actionForm, reviewForm } from '#modules/cases/plan/form.ts'
import { answerForm, referralForm } from '#modules/cases/referrals/form.ts'
import { kindNames } from '#modules/cases/vault/entry.ts'
import { type LocalDate, localDate } from '#platform/dates.ts'
import { makeDemonstrationWorld } from '../make-world.ts'
import { readPublished } from '../published-figures.ts'
import type { Row, World } from '../world.ts'
import { stories } from './stories.ts'
import { familyId } from './telling.ts'

const published = await readPublished('src/demonstration/published')
const worldOn = (today: string) =>
  makeDemonstrationWorld({ published, today: localDate(today), passphraseHash: '', without: [] })

/** A day as three boxes hold it. */
const boxes = (name: string, day: unknown): Record<string, string> => {
  if (typeof day !== 'string') return { [`${name}-day`]: '', [`${name}-month`]: '', [`${name}-year`]: '' }
  const [year = '', month = '', date = ''] = day.split('-')
  return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year }
}
const dayOf = (day: unknown): LocalDate | null => (typeof day === 'string' ? localDate(day) : null)

/** What a form says of what was typed into it: nothing, where it takes it. */
const problems =
  (form: { safeParse(typed: unknown): { error?: { issues: { message: string }[] } | undefined } }) =>
  (typed: unknown): string[] =>
    form.safeParse(typed).error?.issues.map(({ message }) => message) ?? []

const peopleIn = (world: World, family: string): Member[] => {
  const known = new Map(world.rows('individual').map((row) => [row.id, row]))
  return world
    .rows('family_individual')
    .filter(({ family_id }) => family_id === family)
    .map(({ individual_id, part, involvement, left_on }) => ({
      individualId: individual_id,
      name: known.get(individual_id)?.name ?? '',
      part: part as Part, // the forms below refuse any other
      birthOn: dayOf(known.get(individual_id)?.birth_on),
      expectedOn: dayOf(known.get(individual_id)?.expected_on),
      gender: known.get(individual_id)?.gender ?? '',
      involvement: involvement ?? '',
      leftOn: dayOf(left_on),
    }))
}

// The first day that is possible, one in summer, a leap day, and one of now.
describe.each(['2023-08-01', '2026-07-03', '2026-11-21', '2028-02-29'])('With %s as today', (day) => {
  const today = localDate(day)
  const world = worldOn(day)
  const of = <T extends { family_id?: string | null }>(rows: readonly T[], family: string) =>
    rows.filter(({ family_id }) => family_id === family)

  describe.each(stories.map(({ key }) => key))('%s', (key) => {
    const family = familyId(key)
    const people = peopleIn(world, family)
    const perpetrators = people.filter(({ part }) => part === 'perpetrator')

    test('The forms of the record take every person, and nobody is born after today', () => {
      const known = new Map(world.rows('individual').map((row) => [row.id, row]))
      for (const { individual_id, part, involvement, cms_id, children_elsewhere } of of(
        world.rows('family_individual'),
        family,
      )) {
        const person = known.get(individual_id)
        const typed = {
          part,
          name: person?.name,
          ...boxes('birth', person?.birth_on),
          ...boxes('expected', person?.expected_on),
          cmsId: cms_id,
          gender: person?.gender,
          disability: person?.disability,
          ethnicity: person?.ethnicity,
          religion: person?.religion,
          sexuality: person?.sexuality,
          involvement,
          housingStatus: person?.housing_status,
          communicationNeeds: person?.communication_needs,
          vulnerability: person?.vulnerability,
          childrenElsewhere: children_elsewhere,
        }
        const form = personForm({ today, parts: ['child', 'perpetrator', 'victim_survivor', 'other'] })
        expect(problems(form)(typed), String(person?.name)).toEqual([])
        expect((dayOf(person?.birth_on) ?? today) <= today).toBe(true)
      }
      for (const { kind } of of(world.rows('relation'), family)) expect(Object.keys(relationKinds)).toContain(kind)
    })

    test('The forms of the record take the pattern, the efforts and what makes things harder', () => {
      for (const row of of(world.rows('pattern_entry'), family)) {
        const typed: Record<string, unknown> = typedOf({
          ...entryOf(row),
          when: { starts: dayOf(row.starts), ends: dayOf(row.ends), knownTo: row.known_to as 'day' }, // one of them
        })
        for (const name of Object.keys(typed))
          if (name === 'kinds' || name.startsWith('ways-'))
            typed[name] = String(typed[name]).split('\n').filter(Boolean)
        expect(problems(patternForm({ family: { people }, today }))(typed), row.what).toEqual([])
      }
      for (const row of of(world.rows('protective_effort'), family))
        expect(
          problems(effortForm({ family: { people }, today }))({
            survivor: row.survivor_id,
            kind: row.kind,
            what: row.what,
            children: [...(row.children ?? [])],
            source: row.source,
            ...boxes('seen', row.seen_on),
            ...boxes('told', row.acknowledged_on),
          }),
          row.what,
        ).toEqual([])
      for (const { individual_id, kind, link, what, source } of of(world.rows('complexity'), family))
        expect(
          problems(complexityForm({ family: { people } }))({ individual: individual_id, kind, link, what, source }),
        ).toEqual([])
    })

    test('Every attempt follows a safety plan, and the forms take both', () => {
      const plans = of(world.rows('safety_plan'), family)
      for (const plan of plans)
        expect(
          problems(safetyPlanForm(today, ''))({
            safeWay: plan.safe_way,
            workerPlan: plan.worker_plan,
            ...boxes('reviewOn', plan.review_on),
          }),
        ).toEqual([])
      for (const row of of(world.rows('engagement_attempt'), family)) {
        const plan = plans.find(({ perpetrator_id }) => perpetrator_id === row.perpetrator_id)
        expect(String(plan?.recorded_at).slice(0, 10) <= String(row.on_date), row.what).toBe(true)
        const form = attemptForm({
          today,
          staff: [{ id: row.made_by }],
          perpetrators: perpetrators.map(({ individualId }) => individualId),
        })
        expect(
          problems(form)({
            perpetrator: row.perpetrator_id,
            how: row.how,
            result: row.result,
            spokeAbout: [...(row.spoke_about ?? [])],
            ...boxes('on', row.on_date),
            time: row.at_time,
            madeBy: row.made_by,
            what: row.what,
            next: row.next,
            ...boxes('nextOn', row.next_on),
          }),
          row.what,
        ).toEqual([])
      }
    })

    test('The forms take the plan as it was written, its reviews, and the referrals', () => {
      const askable = { perpetrators, survivors: people.filter(({ part }) => part === 'victim_survivor') }
      for (const row of of(world.rows('plan_action'), family)) {
        const written = localDate(String(row.recorded_at).slice(0, 10))
        expect(
          problems(actionForm(askable, written))({
            owner: row.individual_id ?? row.owner,
            agency: row.agency,
            whySurvivor: row.why_survivor,
            kind: row.kind,
            what: row.what,
            measure: row.measure,
            ...boxes('due', row.due_on),
            shareable: row.shareable ? 'yes' : '',
          }),
          row.what,
        ).toEqual([])
      }
      for (const { status, evidence, meeting, on_date } of of(world.rows('plan_review'), family))
        expect(problems(reviewForm(today))({ status, evidence, meeting, ...boxes('on', on_date) })).toEqual([])
      const programmes = world.rows('programme').map(({ id, name }) => ({ id: id ?? '', name }))
      for (const row of of(world.rows('case_referral'), family)) {
        const sent = { perpetrator: row.perpetrator_id, programme: row.programme_id, ...boxes('sent', row.sent_on) }
        expect(problems(referralForm({ today, perpetrators, programmes }))(sent)).toEqual([])
        if (row.answer === '') continue
        const answer = { answer: row.answer, reason: row.reason, ...boxes('answered', row.answered_on) }
        expect(problems(answerForm({ today, sentOn: localDate(String(row.sent_on)) }))(answer), row.reason).toEqual([])
      }
    })

    test('Every engagement form is one of the standard, and a completed one lacks nothing', () => {
      for (const form of of(world.rows('engagement_form'), family)) {
        expect(form.definition).toBe(standardName)
        const sections = world.rows('engagement_answer').filter(({ form_id }) => form_id === form.id)
        for (const { section, answers } of sections) {
          expect(sectionOf(standard1, section), section).not.toBeNull()
          for (const name of Object.keys(Object(answers)))
            expect(questionsOf(standard1).map(({ key: one }) => one)).toContain(name)
        }
        const all: Answers = new Map(sections.flatMap(({ answers }) => [...answersFrom(answers)]))
        if (form.state === 'completed') expect(lackingOf(standard1, all)).toEqual([])
        else expect(form.completed_at).toBeNull()
      }
    })

    test('The form takes every note, and what is protected has a kind', () => {
      for (const { on_date, kind, text, location_reason } of of(world.rows('case_note'), family))
        expect(
          problems(noteForm({ today }))({ kind, text, locationReason: location_reason, ...boxes('on', on_date) }),
        ).toEqual([])
      for (const { kind } of stories.find((story) => story.key === key)?.vault ?? [])
        expect(Object.keys(kindNames)).toContain(kind)
    })
  })

  test('Nothing happens before a record is opened, or after today, but what is planned', () => {
    const opened = new Map(world.rows('family').map(({ id, opened_on }) => [id, String(opened_on)]))
    const dated = [
      ...world.rows('case_note').map((row) => [row.family_id, row.on_date] as const),
      ...world.rows('engagement_attempt').map((row) => [row.family_id, row.on_date] as const),
      ...world.rows('supervision').map((row) => [row.family_id, row.held_on] as const),
      ...world.rows('plan_review').map((row) => [row.family_id, row.on_date] as const),
      ...world.rows('pattern_entry').map((row) => [row.family_id, String(row.recorded_at).slice(0, 10)] as const),
      ...world.rows('protective_effort').map((row) => [row.family_id, String(row.recorded_at).slice(0, 10)] as const),
      ...world.rows('engagement_form').map((row) => [row.family_id, row.held_on] as const),
      ...world.rows('case_referral').map((row) => [row.family_id, row.sent_on] as const),
      ...world.rows('case_revision').map((row) => [row.family_id, String(row.changed_at).slice(0, 10)] as const),
    ]
    expect(dated.length).toBeGreaterThan(250)
    for (const [family, on] of dated)
      expect(
        String(on) >= (opened.get(family ?? '') ?? '9') && String(on) <= today,
        `${stories.find(({ key }) => familyId(key) === family)?.key} ${String(on)}`,
      ).toBe(true)
  })
})

const entryOf = (row: Row<'pattern_entry'>) => ({
  id: row.id ?? '',
  perpetratorId: row.perpetrator_id,
  kinds: [...row.kinds],
  what: row.what,
  source: row.source ?? '',
  // Made by the builder in this shape; the form below looks at each part.
  harms: row.harms as unknown as { individual: string; ways: string[]; how: string }[],
  meaning: row.meaning ?? '',
  carried: row.carried ?? '',
  withdrawnAt: null,
  withdrawnWhy: '',
  recordedBy: row.recorded_by,
  recordedAt: new Date(0),
  version: 1,
})
