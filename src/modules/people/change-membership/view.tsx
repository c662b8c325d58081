import type { FormState } from '#platform/web/form-page.ts'
import { CountedField, DateField, FormErrors, PageForm, RadiosField, Theirs } from '#ui/form/index.ts'
import { Button } from '#ui/govuk/index.ts'
import { Trail } from '#ui/layout.tsx'
import { PageHeading } from '#ui/page-parts/index.ts'
import { capacityNames, type Membership, type Partnership, stageHints, stageNames, stages } from '../partnership.ts'
import { paths } from '../paths.ts'
import type { membershipChangeForm } from './form.ts'

type Props = {
  loaded: { partnership: Partnership; membership: Membership }
  form: FormState<ReturnType<typeof membershipChangeForm>>
}

const labels = { stage: 'Stage', joined: 'First day', left: 'Last day', note: 'Note' }

/** Stage, dates and note of a membership. */
export const ChangeMembership = ({ loaded: { membership }, form }: Props) => {
  const isBorough = membership.capacity === 'authority'
  return (
    <>
      <Trail
        items={[
          { text: 'Settings', href: paths.settings.to() },
          { text: 'Partnership', href: paths.partnership.to() },
          { text: membership.organisation.name },
        ]}
      />
      <FormErrors form={form} fields={['stage', { date: 'joined' }, { date: 'left' }, 'note']} />
      <PageHeading caption={capacityNames[membership.capacity].one}>{membership.organisation.name}</PageHeading>
      <Theirs theirs={form.theirs} labels={labels} />
      <PageForm secrets={{ version: membership.version, ...form.secrets }}>
        {isBorough && (
          <RadiosField
            form={form}
            name="stage"
            fieldset={{ legend: 'At which stage is it?' }}
            items={stages.map((stage) => ({ value: stage, text: stageNames[stage], hint: stageHints[stage] }))}
          />
        )}
        <DateField
          form={form}
          name="joined"
          fieldset={{ legend: 'First day of membership' }}
          hint={
            membership.startsKnownTo === 'day'
              ? 'For example, 1 8 2026'
              : `So far only the ${membership.startsKnownTo} is known, and lists show only that.`
          }
        />
        <DateField
          form={form}
          name="left"
          fieldset={{ legend: 'Last day of membership (optional)' }}
          hint="Leave it empty while it is a member."
        />
        <CountedField form={form} name="note" label="Note (optional)" maxlength={2000} rows={3} />
        <Button>Save the changes</Button>
      </PageForm>
    </>
  )
}
