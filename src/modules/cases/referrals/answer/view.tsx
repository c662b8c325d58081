import { formatDate } from '#platform/dates.ts'
import type { FormState } from '#platform/web/form-page.ts'
import { DateField, FormErrors, LongTextField, PageForm, RadiosField, Theirs } from '#ui/form/index.ts'
import { Button } from '#ui/govuk/index.ts'
import { PageHeading } from '#ui/page-parts/index.ts'
import type { LoadedFamilyForm } from '../../attempts/load.ts'
import { FamilyTrail, sectionLink } from '../../frame.tsx'
import type { answerForm } from '../form.ts'
import { answerKeys, answers, type Referral } from '../referrals.ts'

type Props = {
  loaded: LoadedFamilyForm & { referral: Referral; name: string }
  form: FormState<ReturnType<typeof answerForm>>
}

const labels = { answer: 'Answer', answered: 'When', reason: 'Why' }

/** What a programme answered, when and why. */
export const AnswerReferral = ({ loaded: { family, referral, name }, form }: Props) => (
  <>
    <FamilyTrail family={family} section={sectionLink(family, 'engagement')} here="Answer to a referral" />
    <FormErrors form={form} fields={['answer', { date: 'answered' }, 'reason']} />
    <PageHeading caption={family.name}>What did the programme answer?</PageHeading>
    <p class="govuk-body">
      {name} was referred to {referral.programme} on {formatDate(referral.sentOn)}.
    </p>
    <Theirs theirs={form.theirs} labels={labels} />
    <PageForm secrets={{ version: referral.version, ...form.secrets }}>
      <RadiosField
        form={form}
        name="answer"
        fieldset={{ legend: 'Answer' }}
        items={answerKeys.map((key) => ({ value: key, text: answers[key] }))}
      />
      <DateField form={form} name="answered" fieldset={{ legend: 'When did it answer?' }} />
      <LongTextField
        form={form}
        name="reason"
        label="Why? (needed where there is no place)"
        hint={`The programme’s reason, or that of ${name}. A refusal is a choice: say what was said.`}
        rows={3}
      />
      <Button>Record the answer</Button>
    </PageForm>
  </>
)
