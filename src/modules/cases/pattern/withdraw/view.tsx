import type { FormState } from '#platform/web/form-page.ts'
import { FormErrors, LongTextField, PageForm, Theirs } from '#ui/form/index.ts'
import { Button } from '#ui/govuk/index.ts'
import { PageHeading } from '#ui/page-parts/index.ts'
import { nameOf } from '../../family.ts'
import { FamilyTrail } from '../../frame.tsx'
import { paths } from '../../paths.ts'
import type { LoadedEntry } from '../load.ts'
import { whenInWords } from '../when.ts'
import type { withdrawForm } from './form.ts'

/** An entry that does not belong in the record: it stays readable, with the reason. */
export const WithdrawPattern = ({
  loaded: { family, entry },
  form,
}: {
  loaded: LoadedEntry
  form: FormState<typeof withdrawForm>
}) => (
  <>
    <FamilyTrail
      family={family}
      section={{ text: 'Pattern as a table', href: paths.patternTable.to({ familyId: family.id }) }}
      here="Withdraw"
    />
    <FormErrors form={form} fields={['why']} />
    <PageHeading caption={`Family record ${family.reference}`}>Withdraw an entry of the pattern</PageHeading>
    <Theirs theirs={form.theirs} labels={{ why: 'The entry' }} />
    <p class="govuk-body">
      {whenInWords(entry.when)}, {nameOf(family, entry.perpetratorId)}:
    </p>
    <blockquote class="govuk-inset-text tl-told">{entry.what}</blockquote>
    <p class="govuk-body">
      Withdraw what was recorded by mistake or turned out not to be so. It leaves the timeline, and is no longer carried
      into other records. It stays in the table with your reason.
    </p>
    <PageForm secrets={{ version: entry.version, ...form.secrets }}>
      <LongTextField form={form} name="why" label="Why is it withdrawn?" rows={3} wording={false} />
      <div class="govuk-button-group">
        <Button classes="govuk-button--warning">Withdraw this entry</Button>
        <a class="govuk-link" href={paths.patternTable.to({ familyId: family.id })}>
          Keep it
        </a>
      </div>
    </PageForm>
  </>
)
