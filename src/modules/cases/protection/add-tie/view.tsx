import type { FormState } from '#platform/web/form-page.ts'
import { FormErrors, PageForm, RadiosField, SelectField, TextField } from '#ui/form/index.ts'
import { Button } from '#ui/govuk/index.ts'
import { PageHeading } from '#ui/page-parts/index.ts'
import type { Family } from '../../family.ts'
import type { Colleague } from '../../family-store.ts'
import { FamilyTrail } from '../../frame.tsx'
import { paths } from '../../paths.ts'
import type { tieForm } from './form.ts'

type Props = {
  loaded: { family: Family; colleagues: readonly Colleague[]; me: string }
  form: FormState<ReturnType<typeof tieForm>>
}

/** Staff who are, or know, somebody of a family must not read about them. */
export const AddTieView = ({ loaded: { family, colleagues, me }, form }: Props) => (
  <>
    <FamilyTrail
      family={family}
      section={{ text: 'Who has opened it', href: paths.opened.to({ familyId: family.id }) }}
      here="A member of staff knows them"
    />
    <FormErrors form={form} fields={['person', 'kind', 'individual', 'note']} />
    <PageHeading caption={family.name}>Does a member of staff know somebody in this family?</PageHeading>
    <p class="govuk-body">
      They then see no record that this person is in. It is no reproach: say it of yourself too. If you do, the record
      closes to you, and a manager can open it again.
    </p>
    <PageForm secrets={form.secrets}>
      <SelectField
        form={form}
        name="person"
        label="Which member of staff?"
        items={[
          { value: '', text: 'Select a person' },
          ...colleagues.map(({ id, name, jobRole }) => ({
            value: id,
            text: `${name}${jobRole === '' ? '' : `, ${jobRole}`}${id === me ? ' (you)' : ''}`,
          })),
        ]}
      />
      <RadiosField
        form={form}
        name="kind"
        fieldset={{ legend: 'Do they know somebody, or are they somebody of the family?' }}
        items={[
          { value: 'knows', text: 'They know or are related to somebody in the family' },
          { value: 'is', text: 'They are somebody in the family' },
        ]}
      />
      <RadiosField
        form={form}
        name="individual"
        fieldset={{ legend: 'Whom?' }}
        items={family.people.map(({ individualId, name }) => ({ value: individualId, text: name }))}
      />
      <TextField form={form} name="note" label="How they know them (optional)" autocomplete="off" />
      <Button>Save</Button>
    </PageForm>
  </>
)
