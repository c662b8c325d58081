import { formatDate } from '#platform/dates.ts'
import type { FormState } from '#platform/web/form-page.ts'
import { DateField, FormErrors, LongTextField, PageForm, Theirs } from '#ui/form/index.ts'
import { Button } from '#ui/govuk/index.ts'
import { Lead, PageHeading } from '#ui/page-parts/index.ts'
import { FamilyTrail, sectionLink } from '../../frame.tsx'
import type { SafetyPlan } from '../attempts.ts'
import type { LoadedAttemptForm } from '../load.ts'
import type { safetyPlanForm } from './form.ts'

type Props = {
  loaded: LoadedAttemptForm & { perpetrator: LoadedAttemptForm['perpetrators'][number]; plan: SafetyPlan | null }
  form: FormState<ReturnType<typeof safetyPlanForm>>
}

const labels = { safeWay: 'Safe way to make contact', workerPlan: 'How the worker stays safe', reviewOn: 'Review by' }

/** Asked once for each perpetrator, before the first contact; reviewed from then on. */
export const EditSafetyPlan = ({ loaded: { family, perpetrator, plan }, form }: Props) => (
  <>
    <FamilyTrail family={family} section={sectionLink(family, 'engagement')} here="Plan for safe contact" />
    <FormErrors form={form} fields={['safeWay', 'workerPlan', { date: 'reviewOn' }]} />
    <PageHeading caption={family.name}>Plan for safe contact with {perpetrator.name}</PageHeading>
    {plan === null ? (
      <Lead>Contact can put the family and you at risk. This is asked for once, before the first contact.</Lead>
    ) : (
      <p class="govuk-body">Last reviewed on {formatDate(plan.reviewedOn)}. Saving it is a review.</p>
    )}
    <Theirs theirs={form.theirs} labels={labels} />
    <PageForm secrets={{ ...(plan && { version: plan.version }), ...form.secrets }} draft={form.draft}>
      <LongTextField
        form={form}
        name="safeWay"
        label={`What is a safe way to contact ${perpetrator.name}?`}
        hint="How, when and by whom; what must not be said; who has to know before. Nothing that tells where anybody else lives."
        rows={4}
      />
      <LongTextField
        form={form}
        name="workerPlan"
        label="How do you and others stay safe?"
        hint="For example, two workers, in the office, a colleague who knows when you should be back; what is agreed with the victim-survivor."
        rows={4}
      />
      <DateField
        form={form}
        name="reviewOn"
        fieldset={{ legend: 'When will it be reviewed? (optional)' }}
        hint="For example, 31 3 2027"
      />
      <Button>Save the safety plan</Button>
    </PageForm>
  </>
)
