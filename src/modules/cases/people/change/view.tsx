import type { LocalDate } from '#platform/dates.ts'
import type { FormState } from '#platform/web/form-page.ts'
import { DateField, FormErrors, PageForm, SaveDraftButton, Theirs } from '#ui/form/index.ts'
import { Button } from '#ui/govuk/index.ts'
import { PageHeading } from '#ui/page-parts/index.ts'
import { type Family, partNames } from '../../family.ts'
import { FamilyTrail, sectionLink } from '../../frame.tsx'
import { fieldOrder, PersonFields } from '../fields.tsx'
import type { changeForm } from '../form.ts'
import { fieldLabels, fieldsOfPart, type PersonRecord } from '../person.ts'

type Props = {
  loaded: { family: Family; person: PersonRecord; today: LocalDate }
  form: FormState<ReturnType<typeof changeForm>>
}

const labelsFor = ({ part }: PersonRecord): Record<string, string> => ({
  name: 'Name',
  birth: 'Date of birth',
  ...(part === 'child' && { expected: 'Expected date of delivery' }),
  ...Object.fromEntries(fieldsOfPart[part].map((field) => [field, fieldLabels[field]])),
  left: 'Not in this family from',
})

/** All that is recorded of somebody, and whether they have left the family. */
export const ChangePerson = ({ loaded: { family, person, today }, form }: Props) => (
  <>
    <FamilyTrail family={family} section={sectionLink(family, 'people')} here={person.name} />
    <FormErrors form={form} fields={fieldOrder(person.part)} />
    <PageHeading caption={partNames[person.part].one}>{person.name}</PageHeading>
    <Theirs theirs={form.theirs} labels={labelsFor(person)} />
    <PageForm secrets={{ version: person.version, ...form.secrets }} draft={form.draft}>
      <input type="hidden" name="part" value={person.part} />
      <PersonFields form={form} part={person.part} today={today} now={person} />
      <DateField
        form={form}
        name="left"
        fieldset={{ legend: `From which day is ${person.name} no longer in this family? (optional)` }}
        hint="What was recorded stays. A perpetrator who has moved out is still in the family while the abuse goes on."
      />
      <div class="govuk-button-group">
        <Button>Save the changes</Button>
        <SaveDraftButton />
      </div>
    </PageForm>
  </>
)
