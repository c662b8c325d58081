import type { FormState } from '#platform/web/form-page.ts'
import { DateField, FormErrors, LongTextField, PageForm, SaveDraftButton, SelectField, Theirs } from '#ui/form/index.ts'
import { Button } from '#ui/govuk/index.ts'
import { PageHeading } from '#ui/page-parts/index.ts'
import { FamilyTrail } from '../../frame.tsx'
import { paths } from '../../paths.ts'
import { headingKeys, headings, prompts } from '../supervision.ts'
import type { changeSupervisionForm } from './form.ts'
import type { LoadedChange } from './page.ts'

type Props = { loaded: LoadedChange; form: FormState<ReturnType<typeof changeSupervisionForm>> }

const labels = { held: 'When', withPerson: 'With whom', ...headings }

/** The words of a supervision, put right. */
export const ChangeSupervision = ({ loaded: { family, supervision, staff }, form }: Props) => (
  <>
    <FamilyTrail
      family={family}
      section={{
        text: 'Supervision',
        href: paths.readSupervision.to({ familyId: family.id, entryId: supervision.id }),
      }}
      here="Change it"
    />
    <FormErrors form={form} fields={[{ date: 'held' }, 'withPerson', ...headingKeys]} />
    <PageHeading caption={family.name}>Change the supervision</PageHeading>
    <p class="govuk-body">
      What it says now is kept. What went into the plan is changed{' '}
      <a class="govuk-link" href={paths.plan.to({ familyId: family.id })}>
        in the plan
      </a>
      .
    </p>
    <Theirs theirs={form.theirs} labels={labels} />
    <PageForm secrets={{ version: supervision.version, ...form.secrets }} draft={form.draft}>
      <DateField form={form} name="held" fieldset={{ legend: 'When was it?' }} />
      <SelectField
        form={form}
        name="withPerson"
        label="With whom?"
        items={[{ value: '', text: 'Not recorded' }, ...staff.map(({ id, name }) => ({ value: id, text: name }))]}
      />
      {headingKeys.map((heading) => (
        <LongTextField form={form} name={heading} label={headings[heading]} hint={prompts[heading]} rows={6} />
      ))}
      <div class="govuk-button-group">
        <Button>Save the changes</Button>
        <SaveDraftButton />
      </div>
    </PageForm>
  </>
)
