import type { FormState } from '#platform/web/form-page.ts'
import { FormErrors, LongTextField, RadiosField } from '#ui/form/index.ts'
import { type Family, partNames } from '../family.ts'
import { complexityKinds, links } from './complexity.ts'
import type { complexityForm } from './form.ts'

export type ComplexityState = FormState<ReturnType<typeof complexityForm>>

export const complexityLabels = {
  individual: 'Whom it is about',
  kind: 'What it is',
  link: 'What it has to do with the abuse',
  what: 'How it shows',
  source: 'How it is known',
  withdrawnWhy: 'Withdrawn, because',
}

export const ComplexityErrors = ({ form }: { form: ComplexityState }) => (
  <FormErrors form={form} fields={['individual', 'kind', 'link', 'what', 'source', 'withdrawnWhy']} />
)

export const ComplexityFields = ({ family, form }: { family: Family; form: ComplexityState }) => (
  <>
    <RadiosField
      form={form}
      name="individual"
      fieldset={{ legend: 'Whom is it about?' }}
      items={family.people.map(({ individualId, name, part }) => ({
        value: individualId,
        text: name,
        hint: partNames[part].one,
      }))}
    />
    <RadiosField
      form={form}
      name="kind"
      fieldset={{ legend: 'What is it?' }}
      items={complexityKinds.map(({ value, name }) => ({ value, text: name }))}
    />
    <RadiosField
      form={form}
      name="link"
      fieldset={{ legend: 'What does it have to do with the abuse?' }}
      items={links.map(({ value, name, hint }) => ({ value, text: name, hint }))}
    />
    <LongTextField
      form={form}
      name="what"
      label="How does it show?"
      hint="Say who does what: it does not cause the abuse and does not excuse it. Name no address, school or refuge."
      rows={4}
    />
    <LongTextField form={form} name="source" label="How is it known? (optional)" rows={2} wording={false} />
  </>
)
