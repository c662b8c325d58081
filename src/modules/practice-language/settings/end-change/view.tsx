import type { FormState } from '#platform/web/form-page.ts'
import { CountedField, FormErrors, PageForm } from '#ui/form/index.ts'
import { Button, InsetText } from '#ui/govuk/index.ts'
import { Trail } from '#ui/layout.tsx'
import { PageHeading } from '#ui/page-parts/index.ts'
import { paths } from '../../paths.ts'
import type { Decision } from '../overlay.ts'
import { decisionWords, during } from '../parts.tsx'
import { type RuleShown, ruleName } from '../rule-state.ts'
import type { endChangeForm } from './form.ts'

type Props = {
  loaded: {
    organisationId: string
    organisation: string
    today: Decision['starts']
    decision: Decision
    rule: RuleShown | null
  }
  form: FormState<typeof endChangeForm>
}

const heading = ({ kind }: Decision): string => {
  if (kind === 'off') return 'Switch a wording rule on again'
  return kind === 'own' ? 'Take a rule of your own away' : 'End a change to the wording rules'
}

/** Ends a change of the borough. What was decided stays in its history. */
export const EndChange = ({ loaded: { organisation, decision, rule }, form }: Props) => (
  <>
    <Trail
      items={[
        { text: 'Wording rules', href: paths.rules.to() },
        ...(rule === null ? [] : [{ text: ruleName(rule), href: paths.rule.to({ rule: rule.id }) }]),
        { text: 'End the change' },
      ]}
    />
    <FormErrors form={form} fields={['reason']} />
    <PageHeading caption={organisation}>{heading(decision)}</PageHeading>
    <InsetText>
      {rule !== null && (
        <>
          {ruleName(rule)}
          <br />
        </>
      )}
      {decisionWords(decision)}, {during(decision)}. {decision.reason}
    </InsetText>
    <PageForm secrets={form.secrets}>
      <CountedField
        wording={false}
        form={form}
        name="reason"
        label="Why?"
        hint="It stands in the history of the rule, which those who keep the rules can read: name nobody."
        maxlength={1000}
        rows={4}
      />
      <Button>{decision.kind === 'off' ? 'Switch the rule on' : 'End the change'}</Button>
    </PageForm>
  </>
)
