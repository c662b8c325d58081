import { addDays, formatDate, type LocalDate } from '#platform/dates.ts'
import type { FormState } from '#platform/web/form-page.ts'
import { DateField, FormErrors, PageForm, TextField } from '#ui/form/index.ts'
import { Button, InsetText, WarningText } from '#ui/govuk/index.ts'
import { Trail } from '#ui/layout.tsx'
import { Lead, PageHeading } from '#ui/page-parts/index.ts'
import { paths } from '../../paths.ts'
import { type keyForm, longest } from './form.ts'
import type { ApiKey } from './key.ts'

const KeyTrail = ({ here }: { here: string }) => (
  <Trail
    items={[
      { text: 'Settings', href: '/settings' },
      { text: 'Case management system', href: paths.caseSystem.to() },
      { text: here },
    ]}
  />
)

type AddProps = {
  loaded: { organisationId: string; organisation: string; personId: string; today: LocalDate }
  form: FormState<ReturnType<typeof keyForm>>
}

/** Asks what a key is for and until when. */
export const AddKey = ({ loaded: { organisation }, form }: AddProps) => (
  <>
    <KeyTrail here="Make a key" />
    <FormErrors form={form} fields={['name', { date: 'until' }]} />
    <PageHeading caption={organisation}>Make a key for the case system</PageHeading>
    <InsetText>
      With a key, your case management system can read every record of your organisation that is not sealed, and open
      new ones. Addresses, notes and supervision are never in what it reads.
    </InsetText>
    <PageForm secrets={form.secrets}>
      <TextField
        form={form}
        name="name"
        label="What is the key for?"
        hint="The system and what it does, for example “Case system, live, nightly”"
        autocomplete="off"
      />
      <DateField
        form={form}
        name="until"
        fieldset={{ legend: 'What is the last day on which it works?' }}
        hint={`${longest / 12} years from today at most. Make a new key before it runs out.`}
      />
      <Button>Make the key</Button>
    </PageForm>
  </>
)

/** The key, on the one page that ever shows it. */
export const NewKey = ({ apiKey }: { apiKey: string }) => (
  <>
    <PageHeading>Keep the key</PageHeading>
    <Lead>Put this key where your case management system keeps its secrets.</Lead>
    <WarningText>
      You cannot see this key again. Do not send it by email or in a chat: whoever has it reads records of families.
    </WarningText>
    <p class="govuk-body govuk-!-text-break-word">
      <code class="tl-code">{apiKey}</code>
    </p>
    <Button href={paths.caseSystem.to()}>I have kept it</Button>
  </>
)

type EndProps = { loaded: { organisation: string; key: ApiKey }; form: FormState<never> }

/** Asks once more. */
export const EndKey = ({ loaded: { organisation, key }, form }: EndProps) => (
  <>
    <KeyTrail here="End a key" />
    <PageHeading caption={organisation}>End this key?</PageHeading>
    <p class="govuk-body">
      {key.name}, made by {key.madeBy}, works until {formatDate(addDays(key.expiresOn, -1))}.
    </p>
    <p class="govuk-body">Whatever uses it stops working at once. An ended key cannot be brought back.</p>
    <PageForm secrets={form.secrets}>
      <Button classes="govuk-button--warning">End the key</Button>
    </PageForm>
  </>
)
