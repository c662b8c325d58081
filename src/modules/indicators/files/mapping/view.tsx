import type { FormState } from '#platform/web/form-page.ts'
import { FileField, FormErrors, PageForm } from '#ui/form/index.ts'
import { Button } from '#ui/govuk/index.ts'
import { Trail } from '#ui/layout.tsx'
import { PageHeading } from '#ui/page-parts/index.ts'
import { paths } from '../../paths.ts'
import { Check } from './check.tsx'
import { ColumnsFields, MeaningFields, meaningFieldOrder } from './fields.tsx'
import type { MappingForm, Step } from './form.ts'
import { MappingInWords } from './in-words.tsx'
import type { LoadedMapping } from './page.ts'

type Form = FormState<MappingForm>
type Props = { loaded: LoadedMapping; form: Form }

const headings: Readonly<Record<Step, string>> = {
  look: 'Look at your table',
  columns: 'Which column is what?',
  meaning: 'What do the values mean?',
  check: 'Check how the table was read',
}

const numbers: Readonly<Record<Step, number>> = { look: 1, columns: 2, meaning: 3, check: 4 }

const fieldsOf = ({ step, waiting }: LoadedMapping): readonly string[] => {
  if (step === 'columns') return ['child', 'date', 'flag', 'referral', 'dateForm']
  return step === 'meaning' && waiting !== null ? [...meaningFieldOrder(waiting), 'file'] : ['file']
}

/** How a borough's own table is read: looked at, its columns and values named, tried on the whole table, and only then saved. */
export const MappingPage = ({ loaded, form }: Props) => {
  const { step, waiting, now } = loaded
  return (
    <>
      <Trail items={[{ text: 'Change data files', href: paths.files.to() }, { text: 'How the table is read' }]} />
      <FormErrors form={form} fields={fieldsOf(loaded)} />
      <PageHeading caption={`Table of domestic abuse at referral: step ${numbers[step]} of 4`}>
        {headings[step]}
      </PageHeading>
      {step === 'look' && <About />}
      {step === 'look' && now !== null && <MappingInWords mapping={now} />}
      <PageForm secrets={form.secrets} upload>
        {step === 'look' && <TableField form={form} label="Select the table" again={false} />}
        {step === 'columns' && waiting !== null && <ColumnsFields form={form} looked={waiting.looked} />}
        {step === 'meaning' && waiting !== null && (
          <>
            <MeaningFields form={form} waiting={waiting} />
            <TableField form={form} label="Select the same table again" again />
          </>
        )}
        {step === 'check' && waiting?.tried !== undefined && <Check tried={waiting.tried} />}
        <div class="govuk-button-group">
          <Button>{step === 'check' ? 'Save how the table is read' : 'Continue'}</Button>
          {step !== 'look' && (
            <a class="govuk-link" href={paths.mapping.to()}>
              Begin again
            </a>
          )}
        </div>
      </PageForm>
    </>
  )
}

const About = () => (
  <>
    <p class="govuk-body">
      No statutory return says whether domestic abuse was known at referral. Your case system can make a table that
      does: a row for each referral, with the child’s id as in the census, the date of the referral, and a yes or no.
    </p>
    <p class="govuk-body">
      Nothing of the table is kept. The names of its columns, and the values of columns with few different ones, wait
      sealed for you alone until you have saved how it is read.
    </p>
  </>
)

const TableField = ({ form, label, again }: { form: Form; label: string; again: boolean }) => (
  <FileField
    form={form}
    name="file"
    label={label}
    hint={
      again
        ? 'It was not kept. Every row is read now by what you said, and counted, before anything is saved.'
        : 'CSV or Excel (.xlsx), up to 10 MB.'
    }
    attributes={{ accept: '.csv,.xlsx' }}
  />
)
