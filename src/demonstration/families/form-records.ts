import { stampOf } from './people-records.ts'
import type { AnswerStory, FormStory } from './story.ts'
import type { Telling } from './telling.ts'

type Answer = { readonly value: string; readonly note: string; readonly whyNot: string }

const peopleSections = ['children', 'perpetrators', 'victim-survivors', 'household'] as const

const answerOf = (given: AnswerStory): Answer =>
  typeof given === 'string'
    ? { value: given, note: '', whyNot: '' }
    : { value: given.value, note: given.note ?? '', whyNot: given.whyNot ?? '' }

/** What each section of a form holds, by its key, which is that of its one question. */
const sectionsOf = (
  form: FormStory,
  heldOn: string,
): (readonly [section: string, answers: Record<string, Answer>])[] => {
  const { intersections, summary, ...asked } = form.answers
  const looked = form.state === 'completed' ? peopleSections : (form.people ?? [])
  const texts = { intersections, summary }
  return [
    ...looked.map((section) => [section, {}] as const),
    ['date', { date: { value: heldOn, note: '', whyNot: '' } }] as const,
    ...Object.entries(asked).map(([key, given]) => [key, { [key]: answerOf(given) }] as const),
    ...Object.entries(texts).flatMap(([key, text]) =>
      text === undefined ? [] : [[key, { [key]: { value: text, note: '', whyNot: '' } }] as const],
    ),
  ]
}

/** The engagement forms of a story: each answer with its day, the people as they were when it was completed. */
export const saveForms = (telling: Telling): void => {
  for (const [n, form] of (telling.story.forms ?? []).entries()) saveForm(telling, form, n + 1)
}

const saveForm = (telling: Telling, form: FormStory, number: number) => {
  const { authority, family, id, at, day, staff } = telling
  const done = form.state === 'completed'
  const by = form.by ?? telling.story.worker
  const place = { authority_id: authority, family_id: family }
  telling.addKept(
    'engagement_form',
    {
      id: id('form', number),
      ...place,
      number,
      definition: 'standard-1',
      held_on: day(form.held),
      state: form.state,
      corrects: form.corrects === undefined ? null : id('form', form.corrects),
      why: form.why ?? '',
      started_by: staff(by),
      started_at: `${day(form.held)}T${form.held === 0 ? '00:01' : '09:12'}:00Z`,
      completed_by: done ? staff(by) : null,
      completed_at: done ? at(form.held, `form ${number}`) : null,
      people: done ? JSON.parse(JSON.stringify(stampOf(telling))) : [],
    },
    form.state === 'open'
      ? []
      : [{ on: form.held, by, was: { state: 'open', completed_by: null, completed_at: null, people: [] } }],
  )
  for (const [section, answers] of sectionsOf(form, day(form.held)))
    telling.add('engagement_answer', {
      form_id: id('form', number),
      section,
      revision: 1,
      ...place,
      answers,
      saved_by: staff(by),
      saved_at: `${day(form.held)}T${form.held === 0 ? '00:02' : '09:40'}:00Z`,
    })
}
