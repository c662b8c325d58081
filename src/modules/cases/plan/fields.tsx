import { CheckboxesField, DateField, type FormState, LongTextField, RadiosField, TextField } from '#ui/form/index.ts'
import { namesInWords } from '../family.ts'
import type { Askable } from './form.ts'
import { vagueGoal } from './vague-goal.ts'

type Props = { form: FormState; people: Askable }

/** The fields of an action in the order of the page, for its error summary. */
export const actionFieldOrder = [
  ...['owner', 'agency', 'whySurvivor', 'kind', 'what', 'measure', { date: 'due' }, 'shareable'],
]

const Owner = ({ form, people: { perpetrators, survivors } }: Props) => {
  const why = (
    <LongTextField
      form={form}
      name="whySurvivor"
      label="Why is it asked of the victim-survivor, and not of the perpetrator?"
      hint="What is asked of a victim-survivor counts against the balance of the plan."
      rows={3}
    />
  )
  return (
    <RadiosField
      form={form}
      name="owner"
      fieldset={{ legend: 'Whose action is it?' }}
      items={[
        ...perpetrators.map(({ individualId, name }) => ({ value: individualId, text: name, hint: 'Perpetrator' })),
        { value: 'worker', text: 'A worker' },
        {
          value: 'agency',
          text: 'Another agency',
          conditional: (
            <TextField form={form} name="agency" label="Which agency?" hint="For example, the health visitor" />
          ),
        },
        ...survivors.map(({ individualId, name }, index) => ({
          value: individualId,
          text: name,
          hint: 'Victim-survivor',
          // One box for all of them: the reason is asked for whoever it is.
          ...(index === 0 && { conditional: why }),
        })),
      ]}
    />
  )
}

const What = ({ form }: { form: FormState }) => {
  const vague = vagueGoal(form.values['what'] ?? '') !== null && form.errors['what'] !== undefined
  return (
    <>
      <LongTextField
        form={form}
        name="what"
        label="What will be done?"
        hint="For example: attends every session of the programme from 3 March; does not wait outside the school."
        rows={3}
      />
      {(vague || form.values['keepWords'] === 'yes') && (
        <CheckboxesField
          form={form}
          name="keepWords"
          items={[{ value: 'yes', text: 'Keep it as it is', hint: 'The words are right here as they stand.' }]}
        />
      )}
    </>
  )
}

const Share = ({ form, people: { perpetrators } }: Props) => {
  const whom = namesInWords(perpetrators.map(({ name }) => name)) || 'the perpetrator'
  return (
    <CheckboxesField
      form={form}
      name="shareable"
      fieldset={{ legend: `May it be shared with ${whom}?` }}
      hint="A letter or a plan made for a perpetrator holds only what is ticked here, word for word. Leave it empty where it tells where somebody is, what a victim-survivor or a child has said, or what they plan."
      items={[{ value: 'yes', text: `${whom} may read this action` }]}
    />
  )
}

/** Whose, what, how one would know, by when, and whether the perpetrator may read it. */
export const ActionFields = ({ form, people }: Props) => (
  <>
    <Owner form={form} people={people} />
    <RadiosField
      form={form}
      name="kind"
      fieldset={{ legend: 'Is it a change of behaviour?' }}
      items={[
        { value: 'change', text: 'A change of behaviour', hint: 'Needs a measure and a date' },
        { value: 'task', text: 'A task', hint: 'Something to be done once, such as a call or a form' },
      ]}
    />
    <What form={form} />
    <LongTextField
      form={form}
      name="measure"
      label="How would you know? (needed for a change of behaviour)"
      hint="Who sees or hears it, how often, and where it is written down."
      rows={2}
    />
    <DateField
      form={form}
      name="due"
      fieldset={{ legend: 'By when? (needed for a change of behaviour)' }}
      hint="For example, 31 3 2027"
    />
    <Share form={form} people={people} />
  </>
)
