import type { FormState } from '#platform/web/form-page.ts'
import { DateField, FormErrors, LongTextField, PageForm, RadiosField, TextField, Theirs } from '#ui/form/index.ts'
import { Button, InsetText } from '#ui/govuk/index.ts'
import { PageHeading } from '#ui/page-parts/index.ts'
import { Lines } from '../../attempts/lines.tsx'
import type { Family } from '../../family.ts'
import { FamilyTrail, sectionLink } from '../../frame.tsx'
import type { reviewForm } from '../form.ts'
import type { LoadedAction } from '../load.ts'
import { type Action, statuses, statusKeys } from '../plan.ts'
import { Reviews } from '../reviews.tsx'
import { ownerInWords } from '../words.ts'

type Props = { loaded: LoadedAction; form: FormState<ReturnType<typeof reviewForm>> }

const labels = { status: 'How it stands', evidence: 'What shows it', on: 'Date', meeting: 'Meeting' }

const question = (family: Family, action: Action): string =>
  action.owner === 'perpetrator' ? `What did ${ownerInWords(family, action)} do that shows it?` : 'What shows it?'

/** How an action stands, with what shows it; added to what was found before. */
export const ReviewAction = ({ loaded: { family, action }, form }: Props) => (
  <>
    <FamilyTrail family={family} section={sectionLink(family, 'plan')} here={`Review action ${action.number}`} />
    <FormErrors form={form} fields={['status', 'evidence', { date: 'on' }, 'meeting']} />
    <PageHeading caption={family.name}>Review action {action.number}</PageHeading>
    <InsetText>
      <strong>{ownerInWords(family, action)}:</strong> <Lines>{action.what}</Lines>
      {action.measure !== '' && (
        <>
          <br />
          How you would know: <Lines>{action.measure}</Lines>
        </>
      )}
    </InsetText>
    <Theirs theirs={form.theirs} labels={labels} />
    <PageForm secrets={{ version: action.version, ...form.secrets }} draft={form.draft}>
      <RadiosField
        form={form}
        name="status"
        fieldset={{ legend: 'How does it stand?' }}
        items={statusKeys.map((status) => ({ value: status, text: statuses[status] }))}
      />
      <LongTextField
        form={form}
        name="evidence"
        label={question(family, action)}
        hint="What was seen or heard, by whom, and when. A promise is no evidence."
        rows={4}
      />
      <DateField form={form} name="on" fieldset={{ legend: 'When was it reviewed?' }} />
      <TextField form={form} name="meeting" label="At which meeting? (optional)" hint="For example, core group" />
      <Button>Record the review</Button>
    </PageForm>
    <Reviews reviews={action.reviews} open={true} />
  </>
)
