import { formatDate, type LocalDate, relativeDate } from '#platform/dates.ts'
import { Details, Tag } from '#ui/govuk/index.ts'
import { EmptyState } from '#ui/page-parts/index.ts'
import { type Family, nameOf, namesInWords, peopleOf } from '../family.ts'
import { paths } from '../paths.ts'
import { RecordedBefore } from '../recorded-before.tsx'
import { type Attempt, attemptsByPerpetrator, results, topics, ways } from './attempts.ts'
import { Lines } from './lines.tsx'

type Props = {
  family: Family
  attempts: readonly Attempt[]
  today: LocalDate
  /** Whether whoever reads may record and change. */
  canWrite: boolean
}

const Next = ({ attempt: { next, nextOn }, today }: { attempt: Attempt; today: LocalDate }) =>
  next === '' && nextOn === null ? null : (
    <p class="govuk-body govuk-!-margin-bottom-1">
      Next: {next === '' ? 'to be tried again' : next}
      {nextOn !== null && `, ${formatDate(nextOn)} (${relativeDate(nextOn, today)})`}
    </p>
  )

const Before = ({ family, attempt: { id, version, onDate } }: { family: Family; attempt: Attempt }) => (
  <RecordedBefore familyId={family.id} id={id} version={version} of={`the attempt of ${formatDate(onDate)}`} />
)

const One = ({ family, attempt, today, canWrite }: Omit<Props, 'attempts'> & { attempt: Attempt }) => (
  <li>
    <p class="govuk-body govuk-!-margin-bottom-1">
      <strong>{formatDate(attempt.onDate)}</strong>
      {attempt.atTime !== '' && `, ${attempt.atTime}`}. {ways[attempt.how].text},{' '}
      {nameOf(family, attempt.perpetratorId)}, by {attempt.madeByName}.{' '}
      <Tag classes={attempt.result === 'spoke' ? 'govuk-tag--teal' : 'govuk-tag--grey'}>{results[attempt.result]}</Tag>
    </p>
    {attempt.spokeAbout.length > 0 && (
      <p class="govuk-body govuk-!-margin-bottom-1">
        Spoke about {namesInWords(attempt.spokeAbout.map((topic) => topics[topic]))}.
      </p>
    )}
    {attempt.what !== '' && (
      <p class="govuk-body govuk-!-margin-bottom-1">
        <Lines>{attempt.what}</Lines>
      </p>
    )}
    <Next attempt={attempt} today={today} />
    <p class="govuk-body">
      {canWrite && (
        <a class="govuk-link" href={paths.changeAttempt.to({ familyId: family.id, entryId: attempt.id })}>
          Change<span class="govuk-visually-hidden"> the attempt of {formatDate(attempt.onDate)}</span>
        </a>
      )}{' '}
      <Before family={family} attempt={attempt} />
    </p>
  </li>
)

const Withdrawn = ({ family, attempts }: Pick<Props, 'family' | 'attempts'>) => (
  <Details summary={attempts.length === 1 ? 'One attempt was withdrawn' : `${attempts.length} attempts were withdrawn`}>
    <ul class="govuk-list govuk-list--bullet">
      {attempts.map((attempt) => (
        <li>
          <del>
            {formatDate(attempt.onDate)}, {ways[attempt.how].text}, {nameOf(family, attempt.perpetratorId)}:{' '}
            {results[attempt.result]}
          </del>{' '}
          <Lines>{attempt.withdrawnWhy}</Lines> <Before family={family} attempt={attempt} />
        </li>
      ))}
    </ul>
  </Details>
)

/** Attempts to engage in words for each perpetrator, then one by one, newest first. */
export const Attempts = ({ family, attempts, today, canWrite }: Props) => {
  const [counted, withdrawn] = [
    attempts.filter((attempt) => !attempt.withdrawn),
    attempts.filter((attempt) => attempt.withdrawn),
  ]
  const record = { text: 'Record an attempt to engage', href: paths.attempt.to({ familyId: family.id }) }
  return (
    <section aria-labelledby="attempts">
      <h2 class="govuk-heading-m" id="attempts">
        Attempts to engage
      </h2>
      {counted.length === 0 ? (
        <EmptyState title="No attempt to engage a perpetrator is recorded." action={canWrite ? record : undefined}>
          Record every attempt, those that came to nothing too: a call without an answer shows effort, and a choice.
        </EmptyState>
      ) : (
        <>
          {attemptsByPerpetrator(peopleOf(family, 'perpetrator'), counted).map(({ name, words }) => (
            <p class="govuk-body">
              <strong>{name}.</strong> {words}.
            </p>
          ))}
          {canWrite && (
            <p class="govuk-body">
              <a class="govuk-link" href={record.href}>
                {record.text}
              </a>
            </p>
          )}
          <ul class="govuk-list govuk-list--spaced">
            {counted.map((attempt) => (
              <One family={family} attempt={attempt} today={today} canWrite={canWrite} />
            ))}
          </ul>
        </>
      )}
      {withdrawn.length > 0 && <Withdrawn family={family} attempts={withdrawn} />}
    </section>
  )
}
