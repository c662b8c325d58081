import type { FormState } from '#platform/web/form-page.ts'
import { CountedField, FormErrors, PageForm, RadiosField } from '#ui/form/index.ts'
import { Button, InsetText } from '#ui/govuk/index.ts'
import { Trail } from '#ui/layout.tsx'
import { PageHeading } from '#ui/page-parts/index.ts'
import { paths } from '../../paths.ts'
import { ruleName } from '../../settings/rule-state.ts'
import { outcomeNames, outcomes } from '../answer.ts'
import type { outcomeForm } from './form.ts'
import type { LoadedOffer } from './page.ts'

type Props = { loaded: LoadedOffer; form: FormState<typeof outcomeForm> }

/** What came of an answer that was offered. */
export const RecordOutcome = ({ loaded: { organisation, offer, rule }, form }: Props) => (
  <>
    <Trail
      items={[
        { text: 'Wording rules', href: paths.rules.to() },
        { text: 'Prompts answered', href: paths.offeredAnswers.to() },
        { text: 'Record an outcome' },
      ]}
    />
    <FormErrors form={form} fields={['outcome', 'note']} />
    <PageHeading caption={organisation}>Record an outcome</PageHeading>
    <p class="govuk-body">
      To the prompt on {rule === null ? offer.ruleId : ruleName(rule)} somebody answered that their words are right as
      they stand:
    </p>
    <InsetText>{offer.reason}</InsetText>
    {rule !== null && (
      <p class="govuk-body">
        <a class="govuk-link" href={paths.rule.to({ rule: rule.id })}>
          See the rule
        </a>{' '}
        to add words that it lets pass, to change its level or to switch it off.
      </p>
    )}
    <PageForm secrets={form.secrets}>
      <RadiosField
        form={form}
        name="outcome"
        fieldset={{ legend: 'What came of it?' }}
        items={outcomes.map((outcome) => ({ value: outcome, text: outcomeNames[outcome] }))}
      />
      <CountedField
        wording={false}
        form={form}
        name="note"
        label="A sentence for whoever answered"
        hint="They read it beside their answer. Write about the rule."
        maxlength={500}
        rows={3}
      />
      <Button>Record the outcome</Button>
    </PageForm>
  </>
)
