import type { FormState } from '#platform/web/form-page.ts'
import { DateField, LongTextField, RadiosField, TextField } from '#ui/form/index.ts'
import { Details } from '#ui/govuk/index.ts'
import { inNames, type Question } from '../definition.ts'
import type { ShownGuidance } from '../guidance.ts'
import { fieldNames, type SectionForm } from './form.ts'

/** Guidance of a question, one click away from it. */
export const Guidance = ({ guidance }: { guidance: readonly ShownGuidance[] }) =>
  guidance.length === 0 ? null : (
    <Details summary="Guidance for this question">
      <ul class="govuk-list govuk-list--bullet">
        {guidance.map(({ title, url }) => (
          <li>
            {url === null ? (
              <>{title}. Ask your implementation lead where it is.</>
            ) : (
              <a class="govuk-link" href={url} rel="noreferrer">
                {title}
              </a>
            )}
          </li>
        ))}
      </ul>
    </Details>
  )

type QuestionProps = {
  form: FormState<SectionForm>
  question: Question
  guidance: readonly ShownGuidance[]
  perpetrators: readonly string[]
  /** How the form puts "why not?", and what it adds to it. */
  whyNotHint: string
}

/** One question with its guidance, what may be added beside it, and why not. Nothing of it needs a script. */
export const QuestionFields = ({ form, question, guidance, perpetrators, whyNotHint }: QuestionProps) => {
  const names = fieldNames(question)
  const label = inNames(question.label, perpetrators)
  return (
    <>
      <Guidance guidance={guidance} />
      <Value form={form} question={question} label={label} />
      {question.kind === 'yes-no' && (
        <LongTextField form={form} name={names.note} label="What can you say about it? (optional)" rows={4} />
      )}
      {question.asksWhyNot && (
        <LongTextField form={form} name={names.whyNot} label="If no, why not?" hint={whyNotHint} rows={4} />
      )}
    </>
  )
}

type ValueProps = { form: FormState<SectionForm>; question: Question; label: string }

const Value = ({ form, question, label }: ValueProps) => {
  const { kind, options, hint } = question
  const { value } = fieldNames(question)
  const told = hint === '' ? {} : { hint }
  const legend = { children: label, classes: 'govuk-fieldset__legend--m' }
  if (kind === 'date') return <DateField form={form} name={value} fieldset={{ legend }} {...told} />
  if (kind === 'long-text') return <LongTextField form={form} name={value} label={label} rows={10} {...told} />
  if (kind === 'text') return <TextField form={form} name={value} label={label} {...told} />
  const items =
    kind === 'yes-no'
      ? [
          { value: 'yes', text: 'Yes' },
          { value: 'no', text: 'No' },
        ]
      : options.map((option) => ({ value: option, text: option }))
  return <RadiosField form={form} name={value} fieldset={{ legend }} items={items} {...told} />
}
