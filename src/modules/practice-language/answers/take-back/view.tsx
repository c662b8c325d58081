import type { FormState } from '#platform/web/form-page.ts'
import { FormErrors, PageForm } from '#ui/form/index.ts'
import { Button, InsetText } from '#ui/govuk/index.ts'
import { Trail } from '#ui/layout.tsx'
import { PageHeading } from '#ui/page-parts/index.ts'
import { paths } from '../../paths.ts'
import type { OwnAnswer } from '../answer.ts'
import type { takeBackForm } from './form.ts'

type Props = { loaded: { answer: OwnAnswer; accountId: string }; form: FormState<typeof takeBackForm> }

/** Takes an own answer back: what was offered of it goes too. */
export const TakeBack = ({ loaded: { answer }, form }: Props) => (
  <>
    <Trail
      items={[
        { text: 'Wording rules', href: paths.rules.to() },
        { text: 'Your answers', href: paths.ownAnswers.to() },
        { text: 'Take back' },
      ]}
    />
    <FormErrors form={form} fields={[]} />
    <PageHeading>Take back an answer</PageHeading>
    <InsetText>{answer.reason}</InsetText>
    <p class="govuk-body">
      {answer.offered
        ? 'The answer is deleted, and whoever keeps the rules does not see your reason any more.'
        : 'The answer is deleted.'}
    </p>
    <PageForm secrets={form.secrets}>
      <Button classes="govuk-button--warning">Take back the answer</Button>
    </PageForm>
  </>
)
