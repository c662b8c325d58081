import { formatDate, type LocalDate, relativeDate } from '#platform/dates.ts'
import { SummaryList } from '#ui/govuk/index.ts'
import type { SafetyPlan } from './attempts.ts'
import { Lines, NotRecorded } from './lines.tsx'

type Props = { plan: SafetyPlan; today: LocalDate; changeHref?: string }

const Review = ({ plan: { reviewOn }, today }: Pick<Props, 'plan' | 'today'>) => {
  if (reviewOn === null) return <NotRecorded />
  return (
    <>
      {formatDate(reviewOn)}
      {reviewOn < today && (
        <>
          {' '}
          <strong class="govuk-tag govuk-tag--red">Overdue</strong>
        </>
      )}
    </>
  )
}

/** How to reach a perpetrator without harm to anybody, and when somebody last looked at it. */
export const SafetyPlanShown = ({ plan, today, changeHref }: Props) => (
  <>
    <SummaryList
      rows={[
        { key: 'Safe way to make contact', value: { children: <Lines>{plan.safeWay}</Lines> } },
        { key: 'How the worker stays safe', value: { children: <Lines>{plan.workerPlan}</Lines> } },
        { key: 'Last reviewed', value: `${formatDate(plan.reviewedOn)}, ${relativeDate(plan.reviewedOn, today)}` },
        { key: 'Review by', value: { children: <Review plan={plan} today={today} /> } },
      ]}
    />
    {changeHref !== undefined && (
      <p class="govuk-body">
        <a class="govuk-link" href={changeHref}>
          Review this safety plan
        </a>
      </p>
    )}
  </>
)
