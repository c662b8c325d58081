import type { FormState } from '#platform/web/form-page.ts'
import { FormErrors, LongTextField, PageForm } from '#ui/form/index.ts'
import { Button, WarningText } from '#ui/govuk/index.ts'
import { PageHeading } from '#ui/page-parts/index.ts'
import type { Family } from '../../family.ts'
import type { Colleague } from '../../family-store.ts'
import { FamilyTrail } from '../../frame.tsx'
import { paths } from '../../paths.ts'
import { personFields } from '../named.ts'
import { NamedPeople } from '../named-people.tsx'
import type { sealForm } from './form.ts'

type Props = {
  loaded: { family: Family; colleagues: readonly Colleague[] }
  form: FormState<ReturnType<typeof sealForm>>
}

/** Says what sealing does before it is done. */
export const SealView = ({ loaded: { family, colleagues }, form }: Props) => (
  <>
    <FamilyTrail
      family={family}
      section={{ text: 'Who may see it', href: paths.protection.to({ familyId: family.id }) }}
      here="Seal the record"
    />
    <FormErrors form={form} fields={['reason', ...personFields]} />
    <PageHeading caption={family.name}>Seal this record</PageHeading>
    <p class="govuk-body">
      A sealed record is there only for the people you name: not for its team, not for managers, not for administrators,
      and not for the case management system. It cannot be opened in an emergency. It is looked at again after 90 days.
    </p>
    <WarningText>If you do not name yourself, you will not see it any more either.</WarningText>
    <PageForm secrets={form.secrets}>
      <LongTextField
        form={form}
        name="reason"
        label="Why does it have to be sealed?"
        hint="For example: a member of staff is a party; a conflict of interest; a high risk that somebody looks for where they live"
        rows={3}
        wording={false}
      />
      <NamedPeople form={form} colleagues={colleagues} />
      <Button classes="govuk-button--warning">Seal the record</Button>
    </PageForm>
  </>
)
