import type { FormState } from '#platform/web/form-page.ts'
import { DateField, FormErrors, PageForm, RadiosField, TextField } from '#ui/form/index.ts'
import { Button } from '#ui/govuk/index.ts'
import { EmptyState, PageHeading } from '#ui/page-parts/index.ts'
import { FamilyTrail, sectionLink } from '../../frame.tsx'
import { paths } from '../../paths.ts'
import { another, type referralForm } from '../form.ts'
import type { LoadedReferralForm } from './page.ts'

type Props = { loaded: LoadedReferralForm; form: FormState<ReturnType<typeof referralForm>> }

const Whom = ({ loaded: { perpetrators }, form }: Props) => {
  const [first, ...others] = perpetrators
  if (first !== undefined && others.length === 0)
    return <input type="hidden" name="perpetrator" value={first.individualId} />
  return (
    <RadiosField
      form={form}
      name="perpetrator"
      fieldset={{ legend: 'Who is referred?' }}
      items={perpetrators.map(({ individualId, name }) => ({ value: individualId, text: name }))}
    />
  )
}

const Form = (props: Props) => {
  const { loaded, form } = props
  return (
    <PageForm secrets={form.secrets}>
      <Whom {...props} />
      <RadiosField
        form={form}
        name="programme"
        fieldset={{ legend: 'Which programme?' }}
        items={[
          ...loaded.programmes.map(({ id, name }) => ({ value: id, text: name })),
          {
            value: another,
            text: 'Another programme',
            conditional: <TextField form={form} name="other" label="Name of the programme" />,
          },
        ]}
      />
      <DateField form={form} name="sent" fieldset={{ legend: 'When was the referral sent?' }} />
      <Button>Record the referral</Button>
    </PageForm>
  )
}

/** A perpetrator referred to a behaviour-change programme. Nothing is sent from here. */
export const AddReferral = ({ loaded, form }: Props) => {
  const { family, perpetrators } = loaded
  const [only, ...others] = perpetrators
  return (
    <>
      <FamilyTrail family={family} section={sectionLink(family, 'engagement')} here="Record a referral" />
      <FormErrors form={form} fields={['perpetrator', 'programme', 'other', { date: 'sent' }]} />
      <PageHeading caption={family.name}>
        {only && others.length === 0
          ? `Record a referral of ${only.name} to a behaviour-change programme`
          : 'Record a referral to a behaviour-change programme'}
      </PageHeading>
      <p class="govuk-body">This writes down that you referred. It sends nothing to the programme.</p>
      {only === undefined ? (
        <EmptyState
          title="No perpetrator is recorded in this family."
          action={{ text: 'Add the perpetrator', href: paths.addPerson.to({ familyId: family.id }) }}
        >
          A referral is recorded with who is referred.
        </EmptyState>
      ) : (
        <Form loaded={loaded} form={form} />
      )}
    </>
  )
}
