import { formatDate, type LocalDate, londonDate, relativeDate } from '#platform/dates.ts'
import { Button } from '#ui/govuk/index.ts'
import { EmptyState, ListTable, Missing } from '#ui/page-parts/index.ts'
import type { Attempt, SafetyPlan } from '../../attempts/attempts.ts'
import { Attempts } from '../../attempts/view.tsx'
import { type Family, peopleOf } from '../../family.ts'
import { FamilyFrame } from '../../frame.tsx'
import { paths } from '../../paths.ts'
import type { Referral } from '../../referrals/referrals.ts'
import { Referrals } from '../../referrals/view.tsx'
import { correctionOf, type EngagementForm, stateWords } from '../engagement-form.ts'

type Loaded = {
  family: Family
  forms: readonly EngagementForm[]
  attempts: readonly Attempt[]
  safetyPlans: readonly SafetyPlan[]
  referrals: readonly Referral[]
  names: ReadonlyMap<string, string>
  mayWrite: boolean
  today: LocalDate
}

/** Forms over time, attempts to engage, referrals. */
export const Engagement = ({ loaded }: { loaded: Loaded }) => {
  const { family, forms, mayWrite, today } = loaded
  const open = forms.find(({ state }) => state === 'open')
  return (
    <FamilyFrame family={family} section="engagement">
      {mayWrite && <MainAction family={family} open={open} today={loaded.today} />}
      <ListTable
        id="forms"
        caption="Engagement forms"
        noun={{ one: 'form', many: 'forms' }}
        rows={forms}
        columns={[
          { heading: 'Form', cell: (form) => <FormLink form={form} /> },
          { heading: 'Date', cell: (form) => <HeldOn form={form} today={loaded.today} /> },
          { heading: 'State', cell: (form) => <State form={form} forms={forms} /> },
          { heading: 'By', cell: (form) => loaded.names.get(form.completedBy ?? form.startedBy) ?? 'a colleague' },
        ]}
        empty={
          <EmptyState title="No engagement form yet">
            The form asks whether the perpetrator was spoken to about the behaviour, about abuse as a parenting choice
            and about its impact on the children. Begin the first one: it saves itself while you type.
          </EmptyState>
        }
      />
      {forms.some(({ state }) => state === 'completed') && (
        <p class="govuk-body">
          <a class="govuk-link" href={paths.answersOverTime.to({ familyId: family.id })}>
            See how the answers changed over time
          </a>
        </p>
      )}
      <Beside loaded={loaded} />
      <Attempts family={family} attempts={loaded.attempts} today={today} canWrite={mayWrite} />
      <Referrals family={family} referrals={loaded.referrals} today={today} canWrite={mayWrite} />
    </FamilyFrame>
  )
}

/** What comes before contact, and what is written to the perpetrator's side. */
const Beside = ({ loaded: { family, safetyPlans, mayWrite } }: { loaded: Loaded }) => {
  const of = (id: string) => safetyPlans.find(({ perpetratorId }) => perpetratorId === id)
  return (
    <ul class="govuk-list">
      {mayWrite &&
        peopleOf(family, 'perpetrator').map(({ individualId, name }) => (
          <li>
            <a class="govuk-link" href={paths.safetyPlan.to({ familyId: family.id, individualId })}>
              Safe contact with {name}
            </a>
            {of(individualId) === undefined && ': nothing recorded yet'}
          </li>
        ))}
      <li>
        <a class="govuk-link" href={paths.letters.to({ familyId: family.id })}>
          Letters for the perpetrator’s side
        </a>
      </li>
    </ul>
  )
}

const MainAction = ({ family, open, today }: { family: Family; open: EngagementForm | undefined; today: LocalDate }) =>
  open ? (
    <p class="govuk-body">
      <Button href={paths.engagementForm.to({ familyId: family.id, formId: open.id })}>
        Go on with form {open.number}, begun {relativeDate(londonDate(open.startedAt), today)}
      </Button>
    </p>
  ) : (
    <p class="govuk-body">
      <Button href={paths.startForm.to({ familyId: family.id })}>Begin an engagement form</Button>
    </p>
  )

const FormLink = ({ form: { familyId, id, number } }: { form: EngagementForm }) => (
  <a class="govuk-link" href={paths.engagementForm.to({ familyId, formId: id })}>
    Form {number}
  </a>
)

const HeldOn = ({ form: { heldOn }, today }: { form: EngagementForm; today: LocalDate }) =>
  heldOn === null ? (
    <Missing kind="missing" />
  ) : (
    <>
      {formatDate(heldOn)}, {relativeDate(heldOn, today)}
    </>
  )

const State = ({ form, forms }: { form: EngagementForm; forms: readonly EngagementForm[] }) => {
  const corrected = forms.find(({ id }) => id === form.corrects)
  const correction = correctionOf(forms, form.id)
  return (
    <>
      {stateWords[form.state]}
      {corrected && `, corrects form ${corrected.number}`}
      {correction?.state === 'completed' && `, corrected by form ${correction.number}`}
      {correction?.state === 'open' && `, being corrected by form ${correction.number}`}
    </>
  )
}
