import type { FormState } from '#platform/web/form-page.ts'
import { PageForm } from '#ui/form/index.ts'
import { Button } from '#ui/govuk/index.ts'
import { Trail } from '#ui/layout.tsx'
import { PageHeading } from '#ui/page-parts/index.ts'
import { paths } from '../../paths.ts'
import type { Emergency } from '../emergency-store.ts'
import { momentInWords } from '../moment.ts'

/** Whoever is done closes the record to themselves before the four hours are over. */
export const EndEmergencyView = ({
  loaded: { emergency },
  form,
}: {
  loaded: { emergency: Emergency }
  form: FormState
}) => (
  <>
    <Trail
      items={[
        { text: 'Families', href: paths.families.to() },
        { text: 'Opened in an emergency', href: paths.emergencies.to() },
        { text: 'End it' },
      ]}
    />
    <PageHeading>Close this record to yourself</PageHeading>
    <p class="govuk-body">
      You opened it on {momentInWords(emergency.at)}. It would stay open to you until {momentInWords(emergency.until)}.
    </p>
    <PageForm secrets={form.secrets}>
      <Button>Close the record</Button>
    </PageForm>
  </>
)
