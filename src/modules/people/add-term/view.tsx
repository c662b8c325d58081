import type { FormState } from '#platform/web/form-page.ts'
import { FormErrors, PageForm } from '#ui/form/index.ts'
import { Button } from '#ui/govuk/index.ts'
import { Trail } from '#ui/layout.tsx'
import { PageHeading } from '#ui/page-parts/index.ts'
import type { Partnership } from '../partnership.ts'
import { paths } from '../paths.ts'
import { nextNumber, type Term, termLabel } from '../term.ts'
import { TermFields, termFieldOrder } from '../term-fields.tsx'
import type { termForm } from '../term-form.ts'

type Props = { loaded: { partnership: Partnership; terms: readonly Term[] }; form: FormState<typeof termForm> }

const trail = [
  { text: 'Settings', href: paths.settings.to() },
  { text: 'Partnership', href: paths.partnership.to() },
  { text: 'Add a term' },
]

/** Adds a term after those there are. */
export const AddTerm = ({ loaded: { partnership, terms }, form }: Props) => (
  <>
    <Trail items={trail} />
    <FormErrors form={form} fields={termFieldOrder} />
    <PageHeading caption={partnership.name}>Add a term</PageHeading>
    <p class="govuk-body">
      It becomes term {nextNumber(terms)}. {terms.length > 0 && `So far: ${terms.map(termLabel).join('; ')}.`}
    </p>
    <PageForm secrets={form.secrets}>
      <TermFields form={form} />
      <Button>Add the term</Button>
    </PageForm>
  </>
)
