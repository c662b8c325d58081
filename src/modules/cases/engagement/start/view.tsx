import type { FormState } from '#platform/web/form-page.ts'
import { PageForm } from '#ui/form/index.ts'
import { Button } from '#ui/govuk/index.ts'
import { Lead, PageHeading } from '#ui/page-parts/index.ts'
import type { Family } from '../../family.ts'
import { FamilyTrail, sectionLink } from '../../frame.tsx'
import { paths } from '../../paths.ts'
import type { Definition } from '../definition.ts'
import type { EngagementForm } from '../engagement-form.ts'

type Props = {
  loaded: {
    family: Family
    personId: string
    forms: readonly EngagementForm[]
    definition: { name: string; words: string; definition: Definition }
  }
  form: FormState
}

/** What beginning a form means, and its one button. */
export const StartForm = ({ loaded: { family, forms, definition }, form }: Props) => {
  const open = forms.find(({ state }) => state === 'open')
  return (
    <>
      <FamilyTrail family={family} section={sectionLink(family, 'engagement')} here="Begin a form" />
      <PageHeading caption={family.name}>Begin an engagement form</PageHeading>
      {open ? (
        <>
          <Lead>Form {open.number} is half done. Go on with it: a family has one open form at a time.</Lead>
          <Button href={paths.engagementForm.to({ familyId: family.id, formId: open.id })}>
            Go on with form {open.number}
          </Button>
        </>
      ) : (
        <>
          <Lead>
            {definition.words}: {definition.definition.sections.length} short pages. Each is saved by itself, so you can
            stop at any time and come back.
          </Lead>
          <PageForm secrets={form.secrets}>
            <Button>Begin the form</Button>
          </PageForm>
        </>
      )}
    </>
  )
}
