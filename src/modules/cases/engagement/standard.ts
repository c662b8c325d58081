import type { Definition, Question, Section } from './definition.ts'

export const standardName = 'standard-1'

const question = (
  given: Pick<Question, 'key' | 'label' | 'kind'> & Partial<Omit<Question, 'key' | 'label' | 'kind'>>,
): Question => ({
  key: given.key,
  label: given.label,
  kind: given.kind,
  hint: given.hint ?? '',
  guidance: given.guidance ?? [],
  options: given.options ?? [],
  required: given.required ?? false,
  asksWhyNot: given.asksWhyNot ?? false,
  first: given.first ?? '',
})

const yesOrNo = (given: { key: string; label: string; guidance?: string[]; first: string }): Question =>
  question({ ...given, kind: 'yes-no', required: true, asksWhyNot: true })

const asks = (key: string, title: string, asked: Question): Section => ({
  key,
  title,
  people: null,
  questions: [asked],
})

const recorded = (key: string, title: string, people: NonNullable<Section['people']>): Section => ({
  key,
  title,
  people,
  questions: [],
})

/** The Perpetrator Engagement Form as it is published. Never edited: forms were begun with it. A change is `standard-2`, beside it. */
export const standard1: Definition = {
  format: 'throughline-engagement-form-1',
  title: 'Perpetrator Engagement Form',
  whyNot: {
    label: 'If no to any of the above, why not?',
    hint: 'For example: does not acknowledge the behaviour, does not engage, not safe to do so at present.',
  },
  sections: [
    recorded('children', 'Children and young people', 'child'),
    recorded('perpetrators', 'Perpetrator', 'perpetrator'),
    recorded('victim-survivors', 'Victim-survivor', 'victim_survivor'),
    recorded('household', 'Others in the family or household', 'other'),
    asks(
      'date',
      'Date',
      question({
        key: 'date',
        label: 'Date',
        kind: 'date',
        required: true,
        hint: 'The day that these answers are about.',
        guidance: ['Safe and Together guidance and resources'],
      }),
    ),
    asks(
      'spoken-behaviour',
      'Spoken to about the behaviour',
      yesOrNo({
        key: 'spoken-behaviour',
        label: 'Has the perpetrator been spoken to directly about their abusive and/or violent behaviour?',
        guidance: ["Mapping perpetrators' patterns", 'Investigation relationship interview protocol'],
        first: 'spoken to directly about abusive or violent behaviour',
      }),
    ),
    asks(
      'spoken-parenting',
      'Spoken to about the parenting choice',
      yesOrNo({
        key: 'spoken-parenting',
        label:
          'Has the perpetrator been spoken to about how their abusive and/or violent behaviour is a parenting choice?',
        first: 'spoken to about abuse as a parenting choice',
      }),
    ),
    asks(
      'spoken-impact',
      'Spoken to about the impact on the children',
      yesOrNo({
        key: 'spoken-impact',
        label:
          'Has the perpetrator been spoken to about the impact their abusive and/or violent behaviour has on the child(ren) and the harm caused?',
        guidance: ['Motivational sessions for men using violence and/or abuse'],
        first: 'spoken to about the impact on the children and the harm caused',
      }),
    ),
    asks(
      'plan-actions',
      'Actions in the plan',
      yesOrNo({
        key: 'plan-actions',
        label: 'Have actions in the plan been attributed to the perpetrator to reduce the risk of harm they pose?',
        guidance: ['Perpetrator case planning grid', 'Choose to change toolkit'],
        first: 'given actions in the plan',
      }),
    ),
    asks(
      'intersections',
      'Intersections and intersectionality',
      question({
        key: 'intersections',
        label: 'Intersection and intersectionality',
        kind: 'long-text',
        guidance: ['Intersections and intersectionality guidance'],
      }),
    ),
    asks(
      'summary',
      'Summary of engagement',
      question({ key: 'summary', label: 'Summary of engagement', kind: 'long-text' }),
    ),
    asks(
      'referral',
      'Referral to a programme',
      yesOrNo({
        key: 'referral',
        label: 'Was a referral to a perpetrator behaviour change programme made?',
        guidance: ['Referral to a behaviour change domestic abuse perpetrator programme'],
        first: 'referred to a behaviour change programme',
      }),
    ),
  ],
}
