import type { FormState } from '#platform/web/form-page.ts'
import { FormErrors, LongTextField, PageForm, SelectField } from '#ui/form/index.ts'
import { Button } from '#ui/govuk/index.ts'
import { PageHeading } from '#ui/page-parts/index.ts'
import type { Family } from '../../family.ts'
import type { Colleague } from '../../family-store.ts'
import { FamilyTrail } from '../../frame.tsx'
import { paths } from '../../paths.ts'
import type { wallForm } from './form.ts'

type Props = {
  loaded: { family: Family; colleagues: readonly Colleague[]; me: string }
  form: FormState<ReturnType<typeof wallForm>>
}

/** A named person who may not see a record, whatever else they may. */
export const AddWallView = ({ loaded: { family, colleagues }, form }: Props) => (
  <>
    <FamilyTrail
      family={family}
      section={{ text: 'Who may see it', href: paths.protection.to({ familyId: family.id }) }}
      here="Keep somebody out"
    />
    <FormErrors form={form} fields={['person', 'reason']} />
    <PageHeading caption={family.name}>Keep somebody out of this record</PageHeading>
    <p class="govuk-body">
      For them the record is not there: not in a list, a count or a search, and not in an emergency, whatever their
      role.
    </p>
    <PageForm secrets={form.secrets}>
      <SelectField
        form={form}
        name="person"
        label="Who may not see it?"
        items={[
          { value: '', text: 'Select a person' },
          ...colleagues.map(({ id, name, jobRole }) => ({
            value: id,
            text: jobRole === '' ? name : `${name}, ${jobRole}`,
          })),
        ]}
      />
      <LongTextField form={form} name="reason" label="Why?" rows={3} wording={false} />
      <Button>Keep them out</Button>
    </PageForm>
  </>
)
