import type { FormState } from '#platform/web/form-page.ts'
import { CountedField, FormErrors, LongTextField, PageForm } from '#ui/form/index.ts'
import { Button } from '#ui/govuk/index.ts'
import { PageHeading } from '#ui/page-parts/index.ts'
import type { LoadedRule } from '../load-rule.ts'
import { NotationHelp } from '../notation.tsx'
import { RuleTrail } from '../parts.tsx'
import { ruleName } from '../rule-state.ts'
import type { addWordsForm } from './form.ts'

type Props = { loaded: LoadedRule; form: FormState<ReturnType<typeof addWordsForm>> }

const fields = ['patterns', 'examples', 'except', 'counter', 'reason']

/** More words that a rule marks in the borough, and more that it lets pass. */
export const AddWords = ({ loaded: { organisation, rule }, form }: Props) => (
  <>
    <RuleTrail rule={rule} here="Add words" />
    <FormErrors form={form} fields={fields} />
    <PageHeading caption={organisation}>Add words to a wording rule</PageHeading>
    <p class="govuk-body">
      To the rule on {ruleName(rule)}. The sentences are tried before anything is saved: they are what shows that the
      words do what you mean.
    </p>
    <NotationHelp />
    <PageForm secrets={form.secrets}>
      <LongTextField
        wording={false}
        form={form}
        name="patterns"
        label="Words to mark too"
        hint="One phrase a line."
        rows={4}
      />
      <LongTextField
        wording={false}
        form={form}
        name="examples"
        label="Sentences that have to be marked"
        hint="One a line. Invent them: nothing of a family."
        rows={3}
      />
      <LongTextField
        wording={false}
        form={form}
        name="except"
        label="Words to let pass"
        hint="One phrase a line."
        rows={4}
      />
      <LongTextField
        wording={false}
        form={form}
        name="counter"
        label="Sentences that must not be marked"
        hint="One a line. Invent them: nothing of a family."
        rows={3}
      />
      <CountedField
        wording={false}
        form={form}
        name="reason"
        label="Why?"
        hint="Everybody in the borough can read it: name nobody."
        maxlength={1000}
        rows={3}
      />
      <Button>Add the words</Button>
    </PageForm>
  </>
)
