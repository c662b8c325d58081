import type { FormState } from '#platform/web/form-page.ts'
import { FormErrors, LongTextField, PageForm, RadiosField, Theirs } from '#ui/form/index.ts'
import { Button, SummaryList } from '#ui/govuk/index.ts'
import { Trail } from '#ui/layout.tsx'
import { PageHeading } from '#ui/page-parts/index.ts'
import { paths } from '../../paths.ts'
import type { Emergency } from '../emergency-store.ts'
import { momentInWords } from '../moment.ts'
import type { reviewEmergencyForm } from './form.ts'

type Props = { loaded: { emergency: Emergency; me: string }; form: FormState<typeof reviewEmergencyForm> }

const words = {
  right: 'It was right to open it',
  'not needed': 'It was not needed',
  'to be looked into': 'It has to be looked into',
}

/** Somebody else looks at why a record was opened. */
export const ReviewEmergencyView = ({ loaded: { emergency }, form }: Props) => (
  <>
    <Trail
      items={[
        { text: 'Families', href: paths.families.to() },
        { text: 'Opened in an emergency', href: paths.emergencies.to() },
        { text: 'Look at it' },
      ]}
    />
    <FormErrors form={form} fields={['outcome', 'note']} />
    <PageHeading>Was it right to open this record?</PageHeading>
    <Theirs theirs={form.theirs} labels={{ outcome: 'What they found', note: 'What they looked at' }} />
    <SummaryList
      rows={[
        { key: 'Record', value: emergency.family?.name ?? 'A record that is not open to you any more' },
        { key: 'Opened by', value: emergency.person },
        { key: 'When', value: momentInWords(emergency.at) },
        { key: 'Why', value: emergency.reason },
      ]}
    />
    <p class="govuk-body">
      What was opened and changed stands in{' '}
      <a class="govuk-link" href={paths.opened.to({ familyId: emergency.familyId })}>
        who has opened this record
      </a>
      .
    </p>
    {form.theirs === null && emergency.reviewedAt !== null ? (
      <p class="govuk-body">
        {emergency.reviewedBy} looked at it already: {emergency.outcome}. {emergency.note}
      </p>
    ) : (
      <PageForm secrets={form.secrets}>
        <RadiosField
          form={form}
          name="outcome"
          fieldset={{ legend: 'What did you find?' }}
          items={Object.entries(words).map(([value, text]) => ({ value, text }))}
        />
        <LongTextField
          form={form}
          name="note"
          label="What did you look at, and what follows?"
          rows={4}
          wording={false}
        />
        <Button>Record what you found</Button>
      </PageForm>
    )}
  </>
)
