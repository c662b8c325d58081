import type { FormState } from '#platform/web/form-page.ts'
import { CountedField, FormErrors, PageForm, RadiosField } from '#ui/form/index.ts'
import { Button } from '#ui/govuk/index.ts'
import { PageHeading } from '#ui/page-parts/index.ts'
import type { LoadedRule } from '../load-rule.ts'
import { levelItems, RuleTrail } from '../parts.tsx'
import type { changeLevelForm } from './form.ts'

type Props = { loaded: LoadedRule; form: FormState<typeof changeLevelForm> }

/** How strongly a rule prompts in the borough. */
export const ChangeLevel = ({ loaded: { organisation, rule }, form }: Props) => (
  <>
    <RuleTrail rule={rule} here="Change the level" />
    <FormErrors form={form} fields={['level', 'reason']} />
    <PageHeading caption={organisation}>Change how a wording rule prompts</PageHeading>
    <PageForm secrets={form.secrets}>
      <RadiosField
        form={form}
        name="level"
        fieldset={{ legend: 'How should it prompt in your borough?' }}
        items={levelItems}
      />
      <CountedField
        wording={false}
        form={form}
        name="reason"
        label="Why?"
        hint="Everybody in the borough can read it: name nobody."
        maxlength={1000}
        rows={4}
      />
      <Button>Save the change</Button>
    </PageForm>
  </>
)
