import type { LocalDate } from '#platform/dates.ts'
import type { FormState } from '#platform/web/form-page.ts'
import { DateField, FormErrors, LongTextField, PageForm, RadiosField } from '#ui/form/index.ts'
import { Button } from '#ui/govuk/index.ts'
import { PageHeading } from '#ui/page-parts/index.ts'
import { type Family, partNames } from '../../family.ts'
import { FamilyTrail } from '../../frame.tsx'
import { protectedKinds } from '../../locations/index.ts'
import { paths } from '../../paths.ts'
import { kindNames } from '../entry.ts'
import type { protectedForm } from './form.ts'

type Props = { loaded: { family: Family; today: LocalDate }; form: FormState<ReturnType<typeof protectedForm>> }

/** Takes a protected detail in. It leaves this page sealed. */
export const AddProtected = ({ loaded: { family }, form }: Props) => (
  <>
    <FamilyTrail
      family={family}
      section={{ text: 'Protected details', href: paths.protectedDetails.to({ familyId: family.id }) }}
      here="Add"
    />
    <FormErrors form={form} fields={['whom', 'kind', 'value', { date: 'starts' }]} />
    <PageHeading caption={`Family record ${family.reference}`}>Add a protected detail</PageHeading>
    {/* Without the number that makes a second sending harmless: with it a hash of what was typed would be kept. It is held once all the same. */}
    <PageForm secrets={{ csrf: form.secrets.csrf }}>
      <RadiosField
        form={form}
        name="whom"
        fieldset={{ legend: 'Whose is it?' }}
        items={family.people.map(({ individualId, name, part }) => ({
          value: individualId,
          text: name,
          hint: partNames[part].one,
        }))}
      />
      <RadiosField
        form={form}
        name="kind"
        fieldset={{ legend: 'What is it?' }}
        items={protectedKinds.map((kind) => ({ value: kind, text: kindNames[kind] }))}
      />
      <LongTextField
        form={form}
        name="value"
        wording={false}
        label="What does it say?"
        hint="Write it as on an envelope, a line for each part. Names of schools and refuges on a line of their own, so that no letter can give them away."
        rows={5}
        autocomplete="off"
        spellcheck={false}
      />
      <DateField
        form={form}
        name="starts"
        fieldset={{ legend: 'From when? (optional)' }}
        hint="The day from which it is theirs, for example 27 3 2026"
      />
      <Button>Seal it</Button>
    </PageForm>
  </>
)
