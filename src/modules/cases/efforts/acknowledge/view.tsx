import type { FormState } from '#platform/web/form-page.ts'
import { DateField, FormErrors, PageForm, Theirs } from '#ui/form/index.ts'
import { Button } from '#ui/govuk/index.ts'
import { PageHeading } from '#ui/page-parts/index.ts'
import { nameOf } from '../../family.ts'
import { FamilyTrail } from '../../frame.tsx'
import { paths } from '../../paths.ts'
import type { acknowledgeForm } from '../form.ts'
import type { LoadedEffort } from '../load.ts'

/** One press for today: "I told her that we see this". */
export const Acknowledge = ({
  loaded: { family, effort },
  form,
}: {
  loaded: LoadedEffort
  form: FormState<ReturnType<typeof acknowledgeForm>>
}) => {
  const name = nameOf(family, effort.survivorId)
  return (
    <>
      <FamilyTrail
        family={family}
        section={{ text: 'Protective efforts', href: paths.efforts.to({ familyId: family.id }) }}
        here="Acknowledged"
      />
      <FormErrors form={form} fields={[{ date: 'told' }]} />
      <PageHeading caption={`Family record ${family.reference}`}>You told {name} that you see this</PageHeading>
      <Theirs theirs={form.theirs} labels={{ told: 'Told on' }} />
      <blockquote class="govuk-inset-text tl-told">{effort.what}</blockquote>
      <PageForm secrets={{ version: effort.version, ...form.secrets }}>
        <DateField form={form} name="told" fieldset={{ legend: `When did you tell ${name}?` }} />
        <Button>I told {name} that we see this</Button>
      </PageForm>
    </>
  )
}
