import type { FormState } from '#platform/web/form-page.ts'
import { CheckboxesField, DateField, FormErrors, LongTextField, RadiosField } from '#ui/form/index.ts'
import type { Family, Member } from '../family.ts'
import { effortKinds } from './effort.ts'
import type { effortForm } from './form.ts'

export type EffortState = FormState<ReturnType<typeof effortForm>>

export const effortLabels = {
  survivor: 'Who did it',
  kind: 'Kind',
  what: 'What was done',
  children: 'For whom',
  source: 'How it is known',
  seen: 'Seen on',
  told: 'Told on',
  withdrawnWhy: 'Withdrawn, because',
}

export const EffortErrors = ({ form }: { form: EffortState }) => (
  <FormErrors
    form={form}
    fields={[
      ...(['survivor', 'kind', 'what', 'children', 'source'] as const),
      { date: 'seen' },
      { date: 'told' },
      'withdrawnWhy',
    ]}
  />
)

const membersOf = (family: Family, part: Member['part']) => family.people.filter((member) => member.part === part)

export const survivorsOf = (family: Family): readonly Member[] => membersOf(family, 'victim_survivor')

const More = ({ form, name }: { form: EffortState; name: string }) => (
  <>
    <LongTextField
      form={form}
      name="source"
      label="How is it known? (optional)"
      hint="Who said or saw it. Name no address, school or refuge."
      rows={2}
      wording={false}
    />
    <DateField
      form={form}
      name="seen"
      fieldset={{ legend: { children: 'When was it seen? (optional)', classes: 'govuk-fieldset__legend--s' } }}
    />
    <DateField
      form={form}
      name="told"
      fieldset={{
        legend: {
          children: `When did you tell ${name} that you see this? (optional)`,
          classes: 'govuk-fieldset__legend--s',
        },
      }}
      hint="Saying so is part of the work. Leave it empty if nobody has said it yet."
    />
  </>
)

/** Who, which kind, what, for which children; then what helps when it is known. */
export const EffortFields = ({ family, form }: { family: Family; form: EffortState }) => {
  const survivors = survivorsOf(family)
  const children = membersOf(family, 'child')
  const [only, ...others] = survivors
  const name = only !== undefined && others.length === 0 ? only.name : 'the victim-survivor'
  return (
    <>
      {only !== undefined && others.length === 0 ? (
        <input type="hidden" name="survivor" value={only.individualId} />
      ) : (
        <RadiosField
          form={form}
          name="survivor"
          fieldset={{ legend: 'Who did it?' }}
          items={survivors.map(({ individualId, name: text }) => ({ value: individualId, text }))}
        />
      )}
      <RadiosField
        form={form}
        name="kind"
        fieldset={{ legend: 'What is it for?' }}
        items={effortKinds.map(({ value, name: text, examples }) => ({ value, text, hint: examples }))}
      />
      <LongTextField
        form={form}
        name="what"
        label={`What does ${name} do?`}
        hint="What you saw or heard of, in full. Name no address, school or refuge."
        rows={4}
      />
      {children.length > 0 && (
        <CheckboxesField
          form={form}
          name="children"
          classes="govuk-checkboxes--small"
          fieldset={{ legend: { children: 'For whom? (optional)', classes: 'govuk-fieldset__legend--s' } }}
          hint="With none selected, it is for all the children."
          items={children.map(({ individualId, name: text }) => ({ value: individualId, text }))}
        />
      )}
      <More form={form} name={name} />
    </>
  )
}
