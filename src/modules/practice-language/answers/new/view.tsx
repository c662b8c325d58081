import type { FormState } from '#platform/web/form-page.ts'
import { CountedField, FormErrors, PageForm, RadiosField } from '#ui/form/index.ts'
import { Button } from '#ui/govuk/index.ts'
import { Trail } from '#ui/layout.tsx'
import { PageHeading } from '#ui/page-parts/index.ts'
import { paths } from '../../paths.ts'
import { categoryNames } from '../../words.ts'
import type { newAnswerForm } from './form.ts'
import type { LoadedRule } from './page.ts'

type Props = { loaded: LoadedRule; form: FormState<typeof newAnswerForm> }

/** Says to a prompt that one's words are right. The words themselves are neither asked for nor sent here. */
export const NewAnswer = ({ loaded: { rule }, form }: Props) => (
  <>
    <Trail
      items={[
        { text: 'Wording rules', href: paths.rules.to() },
        { text: 'Your answers', href: paths.ownAnswers.to() },
        { text: 'Right as it stands' },
      ]}
    />
    <FormErrors form={form} fields={['reason', 'offered']} />
    <PageHeading caption={categoryNames[rule.category]}>This is right as it stands</PageHeading>
    <p class="govuk-body">
      The prompt says: {rule.why} Your words are not sent to this page, and whether you keep an answer changes nothing
      in what you wrote.
    </p>
    <PageForm secrets={form.secrets}>
      <CountedField
        wording={false}
        form={form}
        name="reason"
        label="Why are the words right?"
        hint="Write about the words. Name nobody, and nothing by which a family could be known."
        maxlength={1000}
        rows={4}
      />
      <RadiosField
        form={form}
        name="offered"
        fieldset={{ legend: 'Offer your reason to whoever keeps the rules of your borough?' }}
        hint="They read the rule and the reason, not that it is yours and not what you wrote."
        items={[
          { value: 'yes', text: 'Yes, it may help to mend the rule' },
          { value: 'no', text: 'No, keep it to myself' },
        ]}
      />
      <Button>Keep the answer</Button>
    </PageForm>
  </>
)
