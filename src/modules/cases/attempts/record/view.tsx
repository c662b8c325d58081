import type { FormState } from '#platform/web/form-page.ts'
import { FormErrors, PageForm, RadiosField } from '#ui/form/index.ts'
import { Button, Details } from '#ui/govuk/index.ts'
import { EmptyState, PageHeading } from '#ui/page-parts/index.ts'
import { namesInWords } from '../../family.ts'
import { FamilyTrail, sectionLink } from '../../frame.tsx'
import { paths } from '../../paths.ts'
import { AttemptFields, attemptFieldOrder } from '../fields.tsx'
import type { attemptForm } from '../form.ts'
import type { LoadedAttemptForm } from '../load.ts'
import { SafetyPlanShown } from '../safety-plan-shown.tsx'

type Props = { loaded: LoadedAttemptForm; form: FormState<ReturnType<typeof attemptForm>> }
type Perpetrator = LoadedAttemptForm['perpetrators'][number]

const planHref = (familyId: string, { individualId }: Perpetrator): string =>
  `${paths.safetyPlan.to({ familyId, individualId })}?then=attempt`

/** Before anybody contacts a perpetrator, how to do it safely is written down once. */
const PlanFirst = ({ familyId, unplanned }: { familyId: string; unplanned: readonly Perpetrator[] }) => (
  <>
    <h2 class="govuk-heading-m">Before the first contact</h2>
    <p class="govuk-body">
      No safety plan is recorded for contact with {namesInWords(unplanned.map(({ name }) => name))}. Contact can put the
      family and you at risk: write down a safe way first. It is asked for once, and you come back here.
    </p>
    {unplanned.length === 1 ? (
      unplanned.map((perpetrator) => (
        <Button href={planHref(familyId, perpetrator)}>Plan for safe contact with {perpetrator.name}</Button>
      ))
    ) : (
      <ul class="govuk-list">
        {unplanned.map((perpetrator) => (
          <li>
            <a class="govuk-link" href={planHref(familyId, perpetrator)}>
              Plan for safe contact with {perpetrator.name}
            </a>
          </li>
        ))}
      </ul>
    )}
  </>
)

const Whom = ({ form, planned }: { form: Props['form']; planned: readonly Perpetrator[] }) => {
  const [first, ...others] = planned
  if (first !== undefined && others.length === 0)
    return <input type="hidden" name="perpetrator" value={first.individualId} />
  return (
    <RadiosField
      form={form}
      name="perpetrator"
      fieldset={{ legend: 'Whom did you try to reach?' }}
      items={planned.map(({ individualId, name }) => ({ value: individualId, text: name }))}
    />
  )
}

const Plans = ({ loaded: { family, today }, planned }: Pick<Props, 'loaded'> & { planned: readonly Perpetrator[] }) => (
  <>
    {planned.map(
      (perpetrator) =>
        perpetrator.plan && (
          <Details summary={`Safety plan for contact with ${perpetrator.name}`}>
            <SafetyPlanShown plan={perpetrator.plan} today={today} changeHref={planHref(family.id, perpetrator)} />
          </Details>
        ),
    )}
  </>
)

const Form = ({ loaded, form, planned }: Props & { planned: readonly Perpetrator[] }) => (
  <>
    <Plans loaded={loaded} planned={planned} />
    <PageForm secrets={form.secrets} draft={form.draft}>
      <Whom form={form} planned={planned} />
      <AttemptFields form={form} staff={loaded.staff} name={namesInWords(planned.map(({ name }) => name))} />
      <Button>Record the attempt</Button>
    </PageForm>
  </>
)

/** One attempt to engage a perpetrator, as short as the attempt was. */
export const RecordAttempt = ({ loaded, form }: Props) => {
  const { family, perpetrators } = loaded
  const planned = perpetrators.filter(({ plan }) => plan !== null)
  const unplanned = perpetrators.filter(({ plan }) => plan === null)
  const [only, ...others] = perpetrators
  return (
    <>
      <FamilyTrail family={family} section={sectionLink(family, 'engagement')} here="Record an attempt" />
      <FormErrors form={form} fields={attemptFieldOrder} />
      <PageHeading caption={family.name}>
        {only && others.length === 0 ? `Record an attempt to engage ${only.name}` : 'Record an attempt to engage'}
      </PageHeading>
      {perpetrators.length === 0 && (
        <EmptyState
          title="No perpetrator is recorded in this family."
          action={{ text: 'Add the perpetrator', href: paths.addPerson.to({ familyId: family.id }) }}
        >
          An attempt is recorded with whom you tried to reach.
        </EmptyState>
      )}
      {unplanned.length > 0 && <PlanFirst familyId={family.id} unplanned={unplanned} />}
      {planned.length > 0 && <Form loaded={loaded} form={form} planned={planned} />}
    </>
  )
}
