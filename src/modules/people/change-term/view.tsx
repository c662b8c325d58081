import type { FormState } from '#platform/web/form-page.ts'
import { FormErrors, PageForm, Theirs } from '#ui/form/index.ts'
import { Button, WarningText } from '#ui/govuk/index.ts'
import { Trail } from '#ui/layout.tsx'
import { PageHeading } from '#ui/page-parts/index.ts'
import type { Partnership } from '../partnership.ts'
import { paths } from '../paths.ts'
import type { Term } from '../term.ts'
import { TermFields, termFieldOrder } from '../term-fields.tsx'
import type { termForm } from '../term-form.ts'

type Props = { loaded: { partnership: Partnership; term: Term }; form: FormState<typeof termForm> }

/** Name and dates of a term. */
export const ChangeTerm = ({ loaded: { partnership, term }, form }: Props) => (
  <>
    <Trail
      items={[
        { text: 'Settings', href: paths.settings.to() },
        { text: 'Partnership', href: paths.partnership.to() },
        { text: term.name },
      ]}
    />
    <FormErrors form={form} fields={termFieldOrder} />
    <PageHeading caption={partnership.name}>{term.name}</PageHeading>
    <Theirs theirs={form.theirs} labels={{ name: 'Name', starts: 'First day', last: 'Last day' }} />
    {term.publishedOn !== null && (
      <WarningText>
        The report of this term is published. Other dates change what is counted in it, for everybody at once.
      </WarningText>
    )}
    <PageForm secrets={{ version: term.version, ...form.secrets }}>
      <TermFields form={form} />
      <Button>Save the changes</Button>
    </PageForm>
  </>
)
