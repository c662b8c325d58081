import { addDays, formatDate } from '#platform/dates.ts'
import type { FormState } from '#platform/web/form-page.ts'
import { FormErrors, PageForm, RadiosField, SelectField } from '#ui/form/index.ts'
import { Button, SummaryList } from '#ui/govuk/index.ts'
import { PageHeading } from '#ui/page-parts/index.ts'
import { FamilyTrail, sectionLink } from '../frame.tsx'
import { noTeam, workerKinds, type workersForm } from './form.ts'
import type { WorkerTime } from './worker.ts'
import type { LoadedWorkers } from './workers-page.ts'

type Props = { loaded: LoadedWorkers; form: FormState<ReturnType<typeof workersForm>> }

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

export const Workers = ({ loaded, form }: Props) => {
  const { family, manages, now, before } = loaded
  return (
    <>
      <FamilyTrail family={family} section={sectionLink(family, 'people')} here="Who works with this family" />
      <FormErrors form={form} fields={['person', 'kind', 'worker', 'team']} />
      <PageHeading caption={family.name}>Who works with this family</PageHeading>
      <SummaryList
        rows={[
          { key: 'Team', value: { children: family.team ?? <span class="tl-missing">no team</span> } },
          ...workerKinds.map((kind) => ({ key: capital(kind), value: { children: <Names of={now} kind={kind} /> } })),
        ]}
      />
      {before.length > 0 && (
        <>
          <h2 class="govuk-heading-m">Before</h2>
          <ul class="govuk-list govuk-list--bullet">
            {before.map(({ name, kind, starts, ends }) => (
              <li>
                {name}, {kind}, {formatDate(starts)} to{' '}
                {/* half-open: the last day is the one before, or the first where they came and went on one day */}
                {ends && formatDate(ends > starts ? addDays(ends, -1) : ends)}
              </li>
            ))}
          </ul>
        </>
      )}
      {manages ? (
        <Changes loaded={loaded} form={form} />
      ) : (
        <p class="govuk-body">The manager of the team says who works with a family.</p>
      )}
    </>
  )
}

const Names = ({ of, kind }: { of: readonly WorkerTime[]; kind: string }) => {
  const those = of.filter((each) => each.kind === kind)
  if (those.length === 0) return <span class="tl-missing">none</span>
  return <>{those.map(({ name, starts }) => `${name}, since ${formatDate(starts)}`).join('; ')}</>
}

const Work = ({ work }: { work: string }) => <input type="hidden" name="work" value={work} />

const Changes = ({ loaded: { family, now, colleagues, teams }, form }: Props) => (
  <>
    <h2 class="govuk-heading-m">Add somebody</h2>
    <PageForm secrets={form.secrets}>
      <Work work="add" />
      <SelectField
        form={form}
        name="person"
        label="Colleague"
        items={[
          { value: '', text: 'Select a colleague' },
          ...colleagues.map(({ id, name, jobRole }) => ({
            value: id,
            text: jobRole === '' ? name : `${name}, ${jobRole}`,
          })),
        ]}
      />
      <RadiosField
        form={form}
        name="kind"
        fieldset={{ legend: 'What do they do for the family?' }}
        items={workerKinds.map((kind) => ({ value: kind, text: capital(kind) }))}
      />
      <Button>Add to those who work with the family</Button>
    </PageForm>
    {now.length > 0 && (
      <>
        <h2 class="govuk-heading-m">Somebody no longer works with the family</h2>
        <PageForm secrets={form.secrets}>
          <Work work="end" />
          <SelectField
            form={form}
            name="worker"
            label="Who?"
            hint="From today they no longer see the record, unless it is of their own team."
            items={[
              { value: '', text: 'Select somebody' },
              ...now.map(({ id, name, kind }) => ({ value: id, text: `${name}, ${kind}` })),
            ]}
          />
          <Button classes="govuk-button--secondary">End their work with the family</Button>
        </PageForm>
      </>
    )}
    <h2 class="govuk-heading-m">Team</h2>
    <PageForm secrets={{ version: family.version, ...form.secrets }}>
      <Work work="team" />
      <SelectField
        form={form}
        name="team"
        label="Which team is it of?"
        hint="The manager of that team sees the record from today. The manager of the team that it leaves does not, unless they work with it by name."
        items={[...teams.map(({ id, name }) => ({ value: id, text: name })), { value: noTeam, text: 'No team' }]}
      />
      <Button classes="govuk-button--secondary">Change the team</Button>
    </PageForm>
  </>
)
