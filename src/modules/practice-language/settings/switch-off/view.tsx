import type { FormState } from '#platform/web/form-page.ts'
import { CountedField, DateField, FormErrors, PageForm } from '#ui/form/index.ts'
import { Button } from '#ui/govuk/index.ts'
import { PageHeading } from '#ui/page-parts/index.ts'
import type { LoadedRule } from '../load-rule.ts'
import { RuleTrail } from '../parts.tsx'
import { ruleName } from '../rule-state.ts'
import type { switchOffForm } from './form.ts'

type Props = { loaded: LoadedRule; form: FormState<typeof switchOffForm> }

/** Switches a rule off in the borough, for a time or until somebody switches it on. */
export const SwitchOff = ({ loaded: { organisation, rule }, form }: Props) => (
  <>
    <RuleTrail rule={rule} here="Switch off" />
    <FormErrors form={form} fields={['reason', { date: 'last' }]} />
    <PageHeading caption={organisation}>Switch a wording rule off</PageHeading>
    <p class="govuk-body">
      Nobody in your borough will be prompted on {ruleName(rule)} and words like it. Other boroughs keep the rule.
    </p>
    <PageForm secrets={form.secrets}>
      <CountedField
        wording={false}
        form={form}
        name="reason"
        label="Why is it switched off?"
        hint="For example, the policy that your board adopted. Everybody in the borough can read it: name nobody."
        maxlength={1000}
        rows={4}
      />
      <DateField
        form={form}
        name="last"
        fieldset={{ legend: 'Last day (optional)' }}
        hint="Empty: until somebody switches it on again."
      />
      <Button>Switch the rule off</Button>
    </PageForm>
  </>
)
