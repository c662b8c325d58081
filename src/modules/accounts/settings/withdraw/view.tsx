import type { FormState } from '#platform/web/form-page.ts'
import { FormErrors, PageForm } from '#ui/form/index.ts'
import { Button } from '#ui/govuk/index.ts'
import { PageHeading } from '#ui/page-parts/index.ts'
import { paths } from '../../paths.ts'
import { InvitationTrail } from '../sections.tsx'
import type { withdrawForm } from './page.ts'

type Props = {
  loaded: { id: string; name: string; email: string; renews: boolean; organisationId: string }
  form: FormState<typeof withdrawForm>
}

export const Withdraw = ({ loaded, form }: Props) => (
  <>
    <InvitationTrail here="Withdraw" />
    <FormErrors form={form} fields={[]} />
    <PageHeading caption={loaded.name}>Withdraw this {loaded.renews ? 'link' : 'invitation'}</PageHeading>
    <p class="govuk-body">
      The link that was sent to {loaded.email} stops working. They are not told.{' '}
      {loaded.renews ? 'Their account stays as it is. You can send another link.' : 'You can invite them again.'}
    </p>
    <PageForm secrets={form.secrets}>
      <div class="govuk-button-group">
        <Button classes="govuk-button--warning">Withdraw the {loaded.renews ? 'link' : 'invitation'}</Button>
        <a class="govuk-link" href={paths.invitations.to()}>
          Keep it
        </a>
      </div>
    </PageForm>
  </>
)
