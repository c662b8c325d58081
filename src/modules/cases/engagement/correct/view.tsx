import type { FormState } from '#platform/web/form-page.ts'
import { CountedField, FormErrors, PageForm } from '#ui/form/index.ts'
import { Button } from '#ui/govuk/index.ts'
import { Lead, PageHeading } from '#ui/page-parts/index.ts'
import { FamilyTrail, sectionLink } from '../../frame.tsx'
import type { LoadedForm } from '../load.ts'
import type { correctFormForm } from './form.ts'

type Props = { loaded: LoadedForm & { personId: string }; form: FormState<typeof correctFormForm> }

/** Why a completed form is put right. */
export const CorrectForm = ({ loaded: { family, form: head }, form }: Props) => (
  <>
    <FamilyTrail family={family} section={sectionLink(family, 'engagement')} here={`Correct form ${head.number}`} />
    <FormErrors form={form} fields={['why']} />
    <PageHeading caption={family.name}>Correct form {head.number}</PageHeading>
    <Lead>
      Form {head.number} stays as it is. A further form begins with its answers: change what was wrong, and complete it.
    </Lead>
    <PageForm secrets={form.secrets}>
      <CountedField form={form} name="why" label="What is to be put right, and why?" maxlength={2000} rows={4} />
      <Button>Begin the correction</Button>
    </PageForm>
  </>
)
