import type { FormState } from '#platform/web/form-page.ts'
import { FormErrors, LongTextField, PageForm, RadiosField, SaveDraftButton, TextField } from '#ui/form/index.ts'
import { Button } from '#ui/govuk/index.ts'
import { Trail } from '#ui/layout.tsx'
import { PageHeading } from '#ui/page-parts/index.ts'
import { categories } from '../../engine/finding.ts'
import { paths } from '../../paths.ts'
import { categoryNames } from '../../words.ts'
import type { LoadedRule } from '../load-rule.ts'
import { NotationHelp } from '../notation.tsx'
import { levelItems, RuleTrail } from '../parts.tsx'
import type { RuleShown } from '../rule-state.ts'
import type { ownRuleForm } from './form.ts'

type Form = FormState<typeof ownRuleForm>
type Adding = {
  organisationId: string
  organisation: string
  personId: string
  today: LoadedRule['today']
}

const fields = [
  ...['name', 'category', 'level', 'who', 'patterns', 'examples', 'except', 'counter'],
  ...['why', 'reframe', 'sourceTitle', 'sourceAddress', 'reason'],
]

const Choices = ({ form }: { form: Form }) => (
  <>
    <RadiosField
      form={form}
      name="category"
      fieldset={{ legend: 'Category' }}
      items={categories.map((category) => ({ value: category, text: categoryNames[category] }))}
    />
    <RadiosField form={form} name="level" fieldset={{ legend: 'How should it prompt?' }} items={levelItems} />
    <RadiosField
      form={form}
      name="who"
      fieldset={{ legend: 'Whom do the words have to be about?' }}
      items={[
        { value: 'any', text: 'Anybody, or nobody' },
        { value: 'survivor', text: 'The victim-survivor' },
      ]}
    />
  </>
)

const Sentences = ({ form }: { form: Form }) => (
  <>
    <NotationHelp />
    <LongTextField
      wording={false}
      form={form}
      name="patterns"
      label="Words to mark"
      hint="One phrase a line."
      rows={4}
    />
    <LongTextField
      wording={false}
      form={form}
      name="examples"
      label="Sentences that have to be marked"
      hint="One a line. Invent them: nothing of a family. They are tried before the rule is saved."
      rows={3}
    />
    <LongTextField
      wording={false}
      form={form}
      name="except"
      label="Words to let pass (optional)"
      hint="One phrase a line: where they stand close by, nothing is marked."
      rows={3}
    />
    <LongTextField
      wording={false}
      form={form}
      name="counter"
      label="Sentences that must not be marked"
      hint="One a line, as close to the others as you can think of."
      rows={3}
    />
  </>
)

const Guidance = ({ form }: { form: Form }) => (
  <>
    <LongTextField
      wording={false}
      form={form}
      name="why"
      label="Why do the words matter?"
      hint="A sentence."
      rows={2}
    />
    <LongTextField
      wording={false}
      form={form}
      name="reframe"
      label="What helps to write it better?"
      hint="A question, or what to describe. It never replaces the words."
      rows={2}
    />
    <TextField
      form={form}
      name="sourceTitle"
      label="Where does this come from?"
      hint="A published source, or your own guidance."
      autocomplete="off"
    />
    <TextField
      form={form}
      name="sourceAddress"
      label="Its address (optional)"
      hint="It begins with https://"
      autocomplete="off"
    />
    <LongTextField
      wording={false}
      form={form}
      name="reason"
      label="Why does your borough need this rule?"
      hint="Everybody in the borough can read it: name nobody."
      rows={3}
    />
  </>
)

const OwnRule = ({ organisation, rule, form }: { organisation: string; rule: RuleShown | null; form: Form }) => (
  <>
    {rule === null ? (
      <Trail items={[{ text: 'Wording rules', href: paths.rules.to() }, { text: 'Add a rule' }]} />
    ) : (
      <RuleTrail rule={rule} here="Change" />
    )}
    <FormErrors form={form} fields={fields} />
    <PageHeading caption={organisation}>
      {rule === null ? 'Add a wording rule' : 'Change a wording rule of your own'}
    </PageHeading>
    <PageForm secrets={form.secrets} draft={form.draft}>
      {rule === null ? (
        <TextField
          form={form}
          name="name"
          label="Short name"
          hint="For example, Chaotic household. It cannot be changed later."
          autocomplete="off"
        />
      ) : (
        <input type="hidden" name="name" value={form.values.name} />
      )}
      <Choices form={form} />
      <Sentences form={form} />
      <Guidance form={form} />
      <div class="govuk-button-group">
        <Button>{rule === null ? 'Add the rule' : 'Save the changes'}</Button>
        <SaveDraftButton />
      </div>
    </PageForm>
  </>
)

/** A new rule of the borough's own: words, sentences, why, question and source. */
export const AddOwnRule = ({ loaded: { organisation }, form }: { loaded: Adding; form: Form }) => (
  <OwnRule organisation={organisation} rule={null} form={form} />
)

/** The same for one that is there. */
export const ChangeOwnRule = ({ loaded: { organisation, rule }, form }: { loaded: LoadedRule; form: Form }) => (
  <OwnRule organisation={organisation} rule={rule} form={form} />
)
