import type { FormState } from '#platform/web/form-page.ts'
import { FormErrors, PageForm, RadiosField, TextField } from '#ui/form/index.ts'
import { Button, WarningText } from '#ui/govuk/index.ts'
import { PageHeading } from '#ui/page-parts/index.ts'
import { type Family, nameOf } from '../../family.ts'
import { FamilyTrail } from '../../frame.tsx'
import { paths } from '../../paths.ts'
import { kindWords, reasonKeys, reasons, type VaultEntry } from '../entry.ts'
import type { revealForm } from './form.ts'

type Props = { loaded: { family: Family; entry: VaultEntry }; form: FormState<typeof revealForm> }

/** Asks why, says what will happen, and shows nothing yet. */
export const RevealProtected = ({ loaded: { family, entry }, form }: Props) => (
  <>
    <FamilyTrail
      family={family}
      section={{ text: 'Protected details', href: paths.protectedDetails.to({ familyId: family.id }) }}
      here="Show"
    />
    <FormErrors form={form} fields={['why', 'other']} />
    <PageHeading caption={`Family record ${family.reference}`}>
      Show the {kindWords(entry.kind)} of {nameOf(family, entry.individualId)}
    </PageHeading>
    <WarningText>
      Your name, the time and your reason are recorded. Everybody who works with this family can read them. The detail
      is shown once, until you leave the page.
    </WarningText>
    <p class="govuk-body">Look first who can see your screen.</p>
    <PageForm secrets={form.secrets}>
      <RadiosField
        form={form}
        name="why"
        fieldset={{ legend: 'Why do you need to see it?' }}
        items={reasonKeys.map((key) => ({
          value: key,
          text: reasons[key],
          ...(key === 'other' && {
            conditional: <TextField form={form} name="other" label="What is the reason?" hint="In a sentence" />,
          }),
        }))}
      />
      <Button>Record the reason and show it</Button>
    </PageForm>
  </>
)
