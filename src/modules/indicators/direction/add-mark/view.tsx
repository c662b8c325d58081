import type { LocalDate } from '#platform/dates.ts'
import type { FormState } from '#platform/web/form-page.ts'
import { DateField, FormErrors, LongTextField, PageForm, RadiosField, SelectField, TextField } from '#ui/form/index.ts'
import { Button } from '#ui/govuk/index.ts'
import { Trail } from '#ui/layout.tsx'
import { PageHeading } from '#ui/page-parts/index.ts'
import { paths } from '../../paths.ts'
import type { LoadedLines } from '../lines/load.ts'
import { type MarkKind, markKinds, markNames } from '../mark.ts'
import { measuredLines } from '../measured.ts'
import { everyLine, type MarkForm } from './form.ts'

type Props = {
  loaded: LoadedLines & { readonly known: readonly MarkKind[]; readonly today: LocalDate }
  form: FormState<MarkForm>
}

const hints: Partial<Readonly<Record<MarkKind, string>>> = {
  'form in use': 'For example, a new referral or assessment form',
  'recording changed': 'For example, the factor is now a question that has to be answered',
  'new baseline': 'The mean and limits of one line are made anew from a quarter on. What was before stays on the page',
}

const trail = [
  { text: 'Change data', href: paths.quarters.to() },
  { text: 'Over time', href: paths.direction.to() },
  { text: 'Mark what happened' },
]

/** Adds a mark or a new baseline. */
export const AddMark = ({ loaded: { borough, known }, form }: Props) => (
  <>
    <Trail items={trail} />
    <FormErrors form={form} fields={['kind', 'measure', 'label', { date: 'on' }, 'reason']} />
    <PageHeading caption={borough.name}>Mark what happened</PageHeading>
    <p class="govuk-body">Say nothing of a child, a family or a worker: everybody who reads the lines sees it.</p>
    <PageForm secrets={form.secrets}>
      <RadiosField
        form={form}
        name="kind"
        fieldset={{ legend: 'What is it?' }}
        items={markKinds
          .filter((kind) => !known.includes(kind))
          .map((kind) => ({ value: kind, text: markNames[kind], ...(hints[kind] && { hint: hints[kind] }) }))}
      />
      <SelectField
        form={form}
        name="measure"
        label="On which line does it stand?"
        items={[
          { value: '', text: 'Select a line' },
          { value: everyLine, text: 'Every line' },
          ...measuredLines.map(({ key, name }) => ({ value: key, text: name })),
        ]}
      />
      <TextField
        form={form}
        name="label"
        label="What happened, in a few words?"
        hint="A new baseline may do without"
        autocomplete="off"
      />
      <DateField
        form={form}
        name="on"
        fieldset={{ legend: 'When was it?' }}
        hint="For a new baseline, any day of the first quarter that it holds for. For example, 1 4 2025"
      />
      <LongTextField
        form={form}
        name="reason"
        label="Why? (needed for a new baseline)"
        hint="What changed, and how you know that it changed what is recorded rather than what happens to children"
        rows={4}
        wording={false}
      />
      <Button>Add the mark</Button>
    </PageForm>
  </>
)
