import type { FormState } from '#platform/web/form-page.ts'
import { FormErrors, LongTextField, PageForm } from '#ui/form/index.ts'
import { Button } from '#ui/govuk/index.ts'
import { Trail } from '#ui/layout.tsx'
import { PageHeading } from '#ui/page-parts/index.ts'
import { paths } from '../../../paths.ts'
import { readDefinition } from '../../definition.ts'
import type { takeUpForm } from './form.ts'

type Props = {
  loaded: { accountId: string; organisation: string; waiting: string }
  form: FormState<typeof takeUpForm>
}

/** Everything that is wrong with what was pasted, with its place. */
const Problems = ({ text }: { text: string }) => {
  const read = readDefinition(text)
  if (read.ok || read.problems.length < 2) return null
  return (
    <ul class="govuk-list govuk-list--bullet">
      {read.problems.map((problem) => (
        <li>{problem}</li>
      ))}
    </ul>
  )
}

/** Where another borough's form is pasted. */
export const TakeUpForm = ({ loaded: { organisation }, form }: Props) => (
  <>
    <Trail
      items={[{ text: 'Your engagement form', href: paths.formDefinitions.to() }, { text: 'Take up another form' }]}
    />
    <FormErrors form={form} fields={['json']} />
    <PageHeading caption={organisation}>Take up another borough’s form</PageHeading>
    {form.errors['json'] !== undefined && <Problems text={form.values['json'] ?? ''} />}
    <PageForm secrets={form.secrets}>
      <LongTextField
        wording={false}
        form={form}
        name="json"
        label="Paste the form that the other borough downloaded"
        hint="Nothing changes yet. You see first what is new, changed and missing."
        rows={15}
      />
      <Button>Check the form</Button>
    </PageForm>
  </>
)
