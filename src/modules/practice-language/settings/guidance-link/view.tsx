import type { FormState } from '#platform/web/form-page.ts'
import { CountedField, FormErrors, PageForm, TextField } from '#ui/form/index.ts'
import { Button } from '#ui/govuk/index.ts'
import { Trail } from '#ui/layout.tsx'
import { PageHeading } from '#ui/page-parts/index.ts'
import type { Category } from '../../engine/finding.ts'
import { paths } from '../../paths.ts'
import { categoryNames } from '../../words.ts'
import type { Decision } from '../overlay.ts'
import type { guidanceLinkForm } from './form.ts'

type Props = {
  loaded: {
    organisationId: string
    organisation: string
    personId: string
    today: Decision['starts']
    category: Category
    link: { title: string; url: string } | null
    decision: Decision | null
  }
  form: FormState<typeof guidanceLinkForm>
}

/** The borough's own guidance for a category, shown beside its prompts. */
export const GuidanceLink = ({ loaded: { organisation, category, decision }, form }: Props) => (
  <>
    <Trail items={[{ text: 'Wording rules', href: paths.rules.to() }, { text: 'Your guidance' }]} />
    <FormErrors form={form} fields={['title', 'url', 'reason']} />
    <PageHeading caption={`${organisation}: ${categoryNames[category]}`}>Name your borough’s guidance</PageHeading>
    <PageForm secrets={form.secrets}>
      <TextField form={form} name="title" label="What is it called?" autocomplete="off" />
      <TextField
        form={form}
        name="url"
        label="Its address"
        hint="It begins with https://, and everybody in the borough can open it."
        autocomplete="off"
      />
      <CountedField wording={false} form={form} name="reason" label="Why this guidance?" maxlength={1000} rows={3} />
      <Button>Name the guidance</Button>
    </PageForm>
    {decision !== null && (
      <p class="govuk-body">
        <a class="govuk-link" href={paths.endChange.to({ rule: category, id: decision.id })}>
          Take the link away
        </a>
      </p>
    )}
  </>
)
