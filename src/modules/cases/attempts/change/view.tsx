import type { FormState } from '#platform/web/form-page.ts'
import { CheckboxesField, FormErrors, LongTextField, PageForm, Theirs } from '#ui/form/index.ts'
import { Button } from '#ui/govuk/index.ts'
import { PageHeading } from '#ui/page-parts/index.ts'
import { FamilyTrail, sectionLink } from '../../frame.tsx'
import type { Attempt } from '../attempts.ts'
import { AttemptFields, attemptFieldOrder } from '../fields.tsx'
import type { changeAttemptForm } from '../form.ts'
import type { LoadedFamilyForm } from '../load.ts'

type Props = {
  loaded: LoadedFamilyForm & { attempt: Attempt; name: string }
  form: FormState<ReturnType<typeof changeAttemptForm>>
}

const labels = {
  how: 'How',
  result: 'What came of it',
  spokeAbout: 'Spoke about',
  on: 'When',
  time: 'Time',
  madeBy: 'Who tried',
  what: 'What was said or done',
  next: 'What is next',
  nextOn: 'When is that',
  withdrawnWhy: 'Withdrawn',
}

const Withdraw = ({ form }: Pick<Props, 'form'>) => (
  <CheckboxesField
    form={form}
    name="withdraw"
    fieldset={{ legend: 'Should it be withdrawn?' }}
    hint="It stays in the record, crossed out, with the reason. It counts no more."
    items={[
      {
        value: 'yes',
        text: 'Withdraw this attempt',
        conditional: (
          <LongTextField form={form} name="withdrawnWhy" label="Why is it withdrawn?" rows={2} wording={false} />
        ),
      },
    ]}
  />
)

/** An attempt put right, or withdrawn. */
export const ChangeAttempt = ({ loaded: { family, attempt, name, staff }, form }: Props) => (
  <>
    <FamilyTrail family={family} section={sectionLink(family, 'engagement')} here="Change an attempt" />
    <FormErrors form={form} fields={attemptFieldOrder} />
    <PageHeading caption={family.name}>Change an attempt to engage {name}</PageHeading>
    <Theirs theirs={form.theirs} labels={labels} />
    <PageForm secrets={{ version: attempt.version, ...form.secrets }} draft={form.draft}>
      <AttemptFields form={form} staff={staff} name={name} />
      <Withdraw form={form} />
      <Button>Save the changes</Button>
    </PageForm>
  </>
)
