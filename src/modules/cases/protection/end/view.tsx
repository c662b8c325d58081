import type { FormState } from '#platform/web/form-page.ts'
import { PageForm } from '#ui/form/index.ts'
import { Button, SummaryList } from '#ui/govuk/index.ts'
import { PageHeading } from '#ui/page-parts/index.ts'
import type { Family } from '../../family.ts'
import { FamilyTrail } from '../../frame.tsx'
import { paths } from '../../paths.ts'
import type { KeptOut } from '../model.ts'
import { momentInWords } from '../moment.ts'

/** Says who will see the record again, and why they did not. */
export const EndView = ({
  loaded: { family, kept },
  form,
}: {
  loaded: { family: Family; kept: KeptOut; me: string }
  form: FormState
}) => (
  <>
    <FamilyTrail
      family={family}
      section={{ text: 'Who may see it', href: paths.protection.to({ familyId: family.id }) }}
      here="Let somebody in again"
    />
    <PageHeading caption={family.name}>Let {kept.person} see this record again?</PageHeading>
    <SummaryList
      rows={[
        { key: 'Why they do not see it', value: kept.why },
        { key: 'Since', value: `${momentInWords(kept.setAt)}, by ${kept.setBy}` },
      ]}
    />
    <PageForm secrets={form.secrets}>
      <Button>Let them in again</Button>
    </PageForm>
  </>
)
