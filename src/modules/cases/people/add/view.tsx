import type { LocalDate } from '#platform/dates.ts'
import type { FormState } from '#platform/web/form-page.ts'
import { FormErrors, PageForm, RadiosField, SaveDraftButton } from '#ui/form/index.ts'
import { Button } from '#ui/govuk/index.ts'
import { Lead, PageHeading } from '#ui/page-parts/index.ts'
import { type Family, type Part, partNames, parts } from '../../family.ts'
import { FamilyTrail, sectionLink } from '../../frame.tsx'
import { paths } from '../../paths.ts'
import { fieldOrder, PersonFields } from '../fields.tsx'
import type { personForm } from '../form.ts'

type Props = { loaded: { family: Family; today: LocalDate }; form: FormState<ReturnType<typeof personForm>> }

const hints: Readonly<Record<Part, string>> = {
  child: 'Born or unborn.',
  perpetrator: 'Whoever abuses: of any sex, whether they live with the family or not.',
  victim_survivor: 'The adult whom the perpetrator abuses.',
  other: 'For example a grandparent, a new partner, a lodger.',
}

/** Who somebody is in the family first, and then what is asked of them. */
export const AddPerson = ({ loaded: { family, today }, form }: Props) => {
  const part = parts.find((each) => each === form.values.part)
  return (
    <>
      <FamilyTrail family={family} section={sectionLink(family, 'people')} here="Add somebody" />
      <FormErrors form={form} fields={part ? fieldOrder(part) : [{ name: 'part', id: 'part' }]} />
      <PageHeading caption={family.name}>Add somebody</PageHeading>
      {part === undefined ? (
        <WhichPart form={form} />
      ) : (
        <Details form={form} part={part} today={today} family={family} />
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={paths.people.to({ familyId: family.id })}>
          {family.people.length === 0 ? 'Go to the record' : 'Back to the people in this record'}
        </a>
      </p>
    </>
  )
}

const WhichPart = ({ form }: Pick<Props, 'form'>) => (
  <PageForm secrets={form.secrets}>
    <RadiosField
      form={form}
      name="part"
      fieldset={{ legend: 'Who are they in this family?' }}
      items={parts.map((value) => ({ value, text: partNames[value].one, hint: hints[value] }))}
    />
    <Button name="_step" value="part">
      Continue
    </Button>
  </PageForm>
)

type DetailsProps = { form: Props['form']; part: Part; today: LocalDate; family: Family }

const Details = ({ form, part, today, family }: DetailsProps) => (
  <>
    <Lead>
      {partNames[part].one}. Only the name has to be there: leave empty what you do not know, and come back to it.
    </Lead>
    <PageForm secrets={form.secrets} draft={form.draft}>
      <input type="hidden" name="part" value={part} />
      <PersonFields form={form} part={part} today={today} />
      <p class="govuk-body">
        Where they live and how they are reached goes into the{' '}
        <a class="govuk-link" href={paths.addProtected.to({ familyId: family.id })}>
          protected details
        </a>{' '}
        of the record, once they are in it.
      </p>
      <div class="govuk-button-group">
        <Button>Add to the record</Button>
        <SaveDraftButton />
        <Button name="_step" value="again" classes="govuk-button--secondary">
          Choose another part
        </Button>
      </div>
    </PageForm>
  </>
)
