import { formatDate } from '#platform/dates.ts'
import { Details } from '#ui/govuk/index.ts'
import { Lines } from '../attempts/lines.tsx'
import { type Review, statuses } from './plan.ts'

/** What was found of an action over time, newest first. */
export const Reviews = ({ reviews, open }: { reviews: readonly Review[]; open: boolean }) => {
  if (reviews.length === 0) return <p class="govuk-body">Not reviewed yet.</p>
  return (
    <Details summary={reviews.length === 1 ? 'Reviewed once' : `Reviewed ${reviews.length} times`} open={open}>
      <ul class="govuk-list govuk-list--spaced">
        {reviews.map(({ onDate, meeting, status, evidence, by }) => (
          <li>
            <strong>
              {formatDate(onDate)}: {statuses[status]}
            </strong>
            {meeting !== '' && `, at ${meeting}`}, by {by}. <Lines>{evidence}</Lines>
          </li>
        ))}
      </ul>
    </Details>
  )
}
