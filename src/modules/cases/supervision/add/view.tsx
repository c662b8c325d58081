import { formatDate } from '#platform/dates.ts'
import type { FormState } from '#platform/web/form-page.ts'
import {
  CheckboxesField,
  DateField,
  FormErrors,
  LongTextField,
  PageForm,
  SaveDraftButton,
  SelectField,
  TextField,
} from '#ui/form/index.ts'
import { Button, Details } from '#ui/govuk/index.ts'
import { PageHeading } from '#ui/page-parts/index.ts'
import { namesInWords } from '../../family.ts'
import { FamilyTrail, sectionLink } from '../../frame.tsx'
import { type RowNumber, rowNumbers } from '../decisions.ts'
import type { LoadedSupervision } from '../load.ts'
import { type Heading, headingKeys, headings, prompts } from '../supervision.ts'
import type { supervisionForm } from './form.ts'

type Props = { loaded: LoadedSupervision; form: FormState<ReturnType<typeof supervisionForm>> }

const fields = [
  ...[{ date: 'held' }, 'withPerson', ...headingKeys],
  ...rowNumbers.flatMap((n) => [`owner${n}`, `what${n}`, `more${n}`, { date: `due${n}` }]),
]

const Section = ({ loaded: { facts }, form, heading }: Props & { heading: Heading }) => (
  <div class="govuk-grid-row">
    <div class="govuk-grid-column-one-half">
      <LongTextField form={form} name={heading} label={headings[heading]} hint={prompts[heading]} rows={6} />
    </div>
    <div class="govuk-grid-column-one-half">
      <section aria-label={`What the record says: ${headings[heading]}`}>
        <p class="govuk-body govuk-!-font-weight-bold">What the record says</p>
        <ul class="govuk-list govuk-list--bullet">
          {facts[heading].map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      </section>
    </div>
  </div>
)

const ownerItems = ({ people: { perpetrators, survivors } }: LoadedSupervision) => [
  { value: '', text: 'Choose whose it is' },
  ...perpetrators.map(({ individualId, name }) => ({ value: individualId, text: `${name} (perpetrator)` })),
  { value: 'worker', text: 'A worker' },
  { value: 'agency', text: 'Another agency' },
  ...survivors.map(({ individualId, name }) => ({ value: individualId, text: `${name} (victim-survivor)` })),
]

const Decision = ({ loaded, form, n }: Props & { n: RowNumber }) => {
  const { perpetrators, survivors } = loaded.people
  const his = namesInWords(perpetrators.map(({ name }) => name)) || 'the perpetrator'
  const hers = namesInWords(survivors.map(({ name }) => name)) || 'the victim-survivor'
  const names = [
    `owner${n}`,
    `what${n}`,
    `more${n}`,
    `due${n}`,
    `due${n}-day`,
    `due${n}-month`,
    `due${n}-year`,
  ] as const
  const open = n === 1 || names.some((name) => Boolean(form.values[name]) || form.errors[name] !== undefined)
  return (
    <Details summary={`Decision ${n}`} open={open}>
      <SelectField form={form} name={`owner${n}`} label="Whose is it?" items={ownerItems(loaded)} />
      <TextField form={form} name={`what${n}`} label="What will be done?" />
      <TextField
        form={form}
        name={`more${n}`}
        label="How would you know, why, or which agency?"
        hint={`Of ${his}: how you would know that the behaviour has changed. Of ${hers}: why it is asked of the victim-survivor. Of another agency: which.`}
      />
      <DateField form={form} name={`due${n}`} fieldset={{ legend: 'By when?', classes: 'govuk-fieldset__legend--s' }} />
    </Details>
  )
}

const Decisions = ({ loaded, form }: Props) => {
  const asked = rowNumbers.some((n) => form.errors[`what${n}`]?.includes('“'))
  return (
    <>
      <h2 class="govuk-heading-m">Decisions for the plan</h2>
      <p class="govuk-body">Up to five. Each becomes an action of the plan when you record the supervision.</p>
      {rowNumbers.map((n) => (
        <Decision loaded={loaded} form={form} n={n} />
      ))}
      {(asked || form.values.keepWords === 'yes') && (
        <CheckboxesField
          form={form}
          name="keepWords"
          items={[
            { value: 'yes', text: 'Keep the decisions as they are', hint: 'The words are right here as they stand.' },
          ]}
        />
      )}
    </>
  )
}

/** Supervision of a family: beside each box what its record says. */
export const AddSupervision = ({ loaded, form }: Props) => {
  const { family, lastOn, staff } = loaded
  return (
    <>
      <FamilyTrail family={family} section={sectionLink(family, 'plan')} here="Record supervision" />
      <FormErrors form={form} fields={fields} />
      <PageHeading caption={family.name}>Record supervision</PageHeading>
      <p class="govuk-body">
        {lastOn === null
          ? 'This is the first supervision recorded for this family.'
          : `The last supervision was on ${formatDate(lastOn)}.`}{' '}
        Everybody who works with the family can read it.
      </p>
      <PageForm secrets={form.secrets} draft={form.draft}>
        <DateField form={form} name="held" fieldset={{ legend: 'When was it?' }} />
        <SelectField
          form={form}
          name="withPerson"
          label="With whom?"
          items={[{ value: '', text: 'Not recorded' }, ...staff.map(({ id, name }) => ({ value: id, text: name }))]}
        />
        {headingKeys.map((heading) => (
          <Section loaded={loaded} form={form} heading={heading} />
        ))}
        <Decisions loaded={loaded} form={form} />
        <div class="govuk-button-group">
          <Button>Record the supervision</Button>
          <SaveDraftButton />
        </div>
      </PageForm>
    </>
  )
}
