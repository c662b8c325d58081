import type { LocalDate } from '#platform/dates.ts'
import type { FormState } from '#platform/web/form-page.ts'
import { DateField, FileField, FormErrors, PageForm, RadiosField, SelectField } from '#ui/form/index.ts'
import { Button, Details } from '#ui/govuk/index.ts'
import { Trail } from '#ui/layout.tsx'
import { PageHeading } from '#ui/page-parts/index.ts'
import { paths } from '../../paths.ts'
import { fileKinds } from '../../readers/extract.ts'
import { kinds } from '../kinds.ts'
import { financialYear } from '../return-file.ts'
import { type addFileForm, yearsTo } from './form.ts'

type Form = FormState<ReturnType<typeof addFileForm>>
type Props = { loaded: { organisation: string; today: LocalDate; isMapped: boolean }; form: Form }

const fields = ['kind', 'covers', 'year', { date: 'first' }, { date: 'last' }, 'files'] as const

/** Takes in a statutory return as the borough makes it anyway. */
export const AddFile = ({ loaded, form }: Props) => (
  <>
    <Trail items={[{ text: 'Change data files', href: paths.files.to() }, { text: 'Upload a file' }]} />
    <FormErrors form={form} fields={fields} />
    <PageHeading caption={loaded.organisation}>Upload a file</PageHeading>
    <p class="govuk-body">
      What the figures need is taken out of the file, without names, addresses or dates of birth. A child becomes a code
      that leads back to nobody. The file itself is not kept.
    </p>
    <PageForm secrets={form.secrets} upload>
      <RadiosField
        form={form}
        name="kind"
        fieldset={{ legend: 'Which kind of file is it?' }}
        items={fileKinds.map((kind) => ({
          value: kind,
          text: kinds[kind].name,
          hint: kind === 'referral-flags' && !loaded.isMapped ? { children: <NotMapped /> } : kinds[kind].hint,
        }))}
      />
      <CoversField form={form} today={loaded.today} />
      <FileField
        // A form that takes files names them beside its own fields.
        form={form as FormState}
        name="files"
        label="Select the file"
        hint="Up to 50 MB. Of an SSDA903 return all its CSV files together, up to 12."
        multiple
        attributes={{ accept: [...new Set(fileKinds.flatMap((kind) => kinds[kind].accept.split(',')))].join(',') }}
      />
      <Larger />
      <p class="govuk-body" role="status" data-upload />
      <Button>Upload the file</Button>
    </PageForm>
  </>
)

const NotMapped = () => (
  <>
    {kinds['referral-flags'].hint}{' '}
    <a class="govuk-link" href={paths.mapping.to()}>
      Say first how your table is read
    </a>
    .
  </>
)

const CoversField = ({ form, today }: { form: Form; today: LocalDate }) => (
  <RadiosField
    form={form}
    name="covers"
    fieldset={{ legend: 'Which days does it cover?' }}
    hint="All referrals, plans or starts of care of these days must be in the file. What is not covered is never taken for none."
    items={[
      { value: 'itself', text: 'The file says it itself', hint: 'Only a children in need census does.' },
      {
        value: 'year',
        text: 'A year that ends on 31 March',
        conditional: (
          <SelectField
            form={form}
            name="year"
            label="Which year?"
            items={[
              { value: '', text: 'Select a year' },
              ...yearsTo(today).map((year) => ({ value: String(year), text: financialYear(year) })),
            ]}
          />
        ),
      },
      {
        value: 'days',
        text: 'Other days',
        conditional: (
          <>
            <DateField
              form={form as FormState}
              name="first"
              fieldset={{ legend: 'First day' }}
              hint="For example, 1 4 2025"
            />
            <DateField
              form={form as FormState}
              name="last"
              fieldset={{ legend: 'Last day' }}
              hint="This day is covered too"
            />
          </>
        ),
      },
    ]}
  />
)

const Larger = () => (
  <Details summary="My file is larger, or it takes too long to send">
    <p class="govuk-body">
      A census of one year is usually smaller than 20 MB: check that the file holds one year only. Sending must be done
      within 30 seconds. On a slow connection, work from a place with a faster one.
    </p>
  </Details>
)
