import { formatDate } from '#platform/dates.ts'
import type { FormState } from '#platform/web/form-page.ts'
import { FormErrors, PageForm, RadiosField } from '#ui/form/index.ts'
import { Button, Details } from '#ui/govuk/index.ts'
import { EmptyState, Lead, PageHeading } from '#ui/page-parts/index.ts'
import type { Family } from '../../family.ts'
import { FamilyTrail, sectionLink } from '../../frame.tsx'
import { paths } from '../../paths.ts'
import type { PersonInput } from '../person.ts'
import type { sameForm } from './form.ts'

type Props = {
  loaded: { family: Family; typed: Readonly<Record<string, string>> | null; input: PersonInput | null }
  form: FormState<typeof sameForm>
}

export const SamePerson = ({ loaded: { family, input }, form }: Props) => (
  <>
    <FamilyTrail family={family} section={sectionLink(family, 'people')} here="Is this the same person?" />
    <FormErrors form={form} fields={['answer']} />
    <PageHeading caption={family.name}>Is this the same person?</PageHeading>
    {input === null ? (
      <EmptyState
        title="Nobody waits here to be added."
        action={{ text: 'Add somebody', href: paths.addPerson.to({ familyId: family.id }) }}
      />
    ) : (
      <>
        <Lead>
          {input.name}, born on {input.birthOn && formatDate(input.birthOn)}: somebody of this name and date of birth is
          in another record of your borough.
        </Lead>
        <PageForm secrets={form.secrets}>
          <RadiosField
            form={form}
            name="answer"
            fieldset={{ legend: `Is ${input.name} that person?` }}
            items={[
              {
                value: 'same',
                text: 'Yes, the same person',
                hint: 'The pattern is carried over, without anybody else of the other record.',
              },
              { value: 'other', text: 'No, another person' },
              { value: 'not sure', text: 'I am not sure', hint: 'Nothing is added yet, and what you typed is kept.' },
            ]}
          />
          <Button>Continue</Button>
        </PageForm>
        <Details summary="How to find out">
          <p class="govuk-body">
            Ask for a middle name, an earlier address or a case number of the police, and compare with the papers that
            you hold. Never ask the victim-survivor about another family, and tell nobody that there is another record.
          </p>
        </Details>
      </>
    )}
  </>
)
