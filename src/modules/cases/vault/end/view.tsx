import type { LocalDate } from '#platform/dates.ts'
import type { FormState } from '#platform/web/form-page.ts'
import { DateField, FormErrors, PageForm } from '#ui/form/index.ts'
import { Button } from '#ui/govuk/index.ts'
import { PageHeading } from '#ui/page-parts/index.ts'
import { type Family, nameOf } from '../../family.ts'
import { FamilyTrail } from '../../frame.tsx'
import { paths } from '../../paths.ts'
import { kindWords, type VaultEntry } from '../entry.ts'
import type { endForm } from './form.ts'

type Props = {
  loaded: { family: Family; entry: VaultEntry; today: LocalDate }
  form: FormState<ReturnType<typeof endForm>>
}

/** For whoever has moved away or changed a number. The old one stays sealed, and letters are still checked against it. */
export const EndProtected = ({ loaded: { family, entry }, form }: Props) => (
  <>
    <FamilyTrail
      family={family}
      section={{ text: 'Protected details', href: paths.protectedDetails.to({ familyId: family.id }) }}
      here="End"
    />
    <FormErrors form={form} fields={[{ date: 'ended' }]} />
    <PageHeading caption={`Family record ${family.reference}`}>
      End the {kindWords(entry.kind)} of {nameOf(family, entry.individualId)}
    </PageHeading>
    <p class="govuk-body">
      The old one stays sealed: it can still tell where somebody is found, so letters for the perpetrator’s side are
      checked against it as before.
    </p>
    <PageForm secrets={form.secrets}>
      <DateField
        form={form}
        name="ended"
        fieldset={{ legend: 'From which day is it theirs no more?' }}
        hint="For example 27 3 2026"
      />
      <Button>End it</Button>
    </PageForm>
  </>
)
