import type { FormState } from '#platform/web/form-page.ts'
import { CountedField, FormErrors, PageForm } from '#ui/form/index.ts'
import { Button, WarningText } from '#ui/govuk/index.ts'
import { Trail } from '#ui/layout.tsx'
import { Lead, PageHeading } from '#ui/page-parts/index.ts'
import { paths } from '../../../paths.ts'
import { type Definition, questionsOf } from '../../definition.ts'
import type { Difference } from '../compare.ts'
import { Differences } from '../differences.tsx'
import type { checkForm } from './form.ts'

type Props = {
  loaded: {
    accountId: string
    personId: string
    organisation: string
    organisationId: string
    definition: Definition | null
    differences: readonly Difference[]
    mark: string
  }
  form: FormState<typeof checkForm>
}

/** What taking up the form would mean, and the button that does it. */
export const CheckTakeUp = ({ loaded: { organisation, definition, differences, mark }, form }: Props) => (
  <>
    <Trail
      items={[
        { text: 'Your engagement form', href: paths.formDefinitions.to() },
        { text: 'Take up another form', href: paths.takeUpForm.to() },
        { text: 'Check' },
      ]}
    />
    <FormErrors form={form} fields={[{ name: 'mark', id: 'confirm' }, 'note']} />
    <PageHeading caption={organisation}>Check the form</PageHeading>
    {definition !== null && (
      <Lead>
        {definition.title}: {definition.sections.length} pages, {questionsOf(definition).length} questions. It takes the
        place of your form for the forms that are begun from now on.
      </Lead>
    )}
    {differences.some(({ kind }) => kind === 'missing') && (
      <WarningText>It leaves out what the standard form asks. Those answers will be missing over time.</WarningText>
    )}
    <Differences differences={differences} />
    <PageForm secrets={form.secrets}>
      <input type="hidden" name="mark" value={mark} />
      <CountedField
        wording={false}
        form={form}
        name="note"
        label="Whose form is it, and why do you take it up?"
        maxlength={1000}
        rows={3}
      />
      <div class="govuk-button-group">
        <Button id="confirm">Take up this form</Button>
        <a class="govuk-link" href={paths.takeUpForm.to()}>
          Paste another one
        </a>
      </div>
    </PageForm>
  </>
)
