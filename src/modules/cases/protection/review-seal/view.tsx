import { formatDate, londonDate } from '#platform/dates.ts'
import type { FormState } from '#platform/web/form-page.ts'
import { FormErrors, LongTextField, PageForm, RadiosField } from '#ui/form/index.ts'
import { Button, SummaryList } from '#ui/govuk/index.ts'
import { PageHeading } from '#ui/page-parts/index.ts'
import type { Family } from '../../family.ts'
import type { Colleague } from '../../family-store.ts'
import { FamilyTrail } from '../../frame.tsx'
import { paths } from '../../paths.ts'
import type { Seal } from '../model.ts'
import { personFields } from '../named.ts'
import { NamedPeople } from '../named-people.tsx'
import type { reviewSealForm } from './form.ts'

type Props = {
  loaded: { family: Family; seal: Seal; colleagues: readonly Colleague[] }
  form: FormState<ReturnType<typeof reviewSealForm>>
}

/** Does it still have to be sealed, and are they still the right people? */
export const ReviewSealView = ({ loaded: { family, seal, colleagues }, form }: Props) => (
  <>
    <FamilyTrail
      family={family}
      section={{ text: 'Who may see it', href: paths.protection.to({ familyId: family.id }) }}
      here="Look at the seal again"
    />
    <FormErrors form={form} fields={['outcome', 'note', ...personFields]} />
    <PageHeading caption={family.name}>Does this record still have to be sealed?</PageHeading>
    <SummaryList
      rows={[
        { key: 'Sealed', value: `${formatDate(londonDate(seal.sealedAt))}, by ${seal.sealedBy}` },
        { key: 'Why', value: seal.reason },
        { key: 'To be looked at by', value: formatDate(seal.reviewDue) },
      ]}
    />
    <PageForm secrets={form.secrets}>
      <RadiosField
        form={form}
        name="outcome"
        fieldset={{ legend: 'Does it stay sealed?' }}
        items={[
          { value: 'kept', text: 'Yes, for 90 days more' },
          {
            value: 'lifted',
            text: 'No, lift the seal',
            hint: 'Its team and the managers of the borough see it again.',
          },
        ]}
      />
      <LongTextField form={form} name="note" label="Why?" rows={3} wording={false} />
      <NamedPeople form={form} colleagues={colleagues} />
      <Button>Save</Button>
    </PageForm>
  </>
)
