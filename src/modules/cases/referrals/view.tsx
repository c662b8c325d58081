import { formatDate, type LocalDate, relativeDate } from '#platform/dates.ts'
import { Tag } from '#ui/govuk/index.ts'
import { EmptyState } from '#ui/page-parts/index.ts'
import { Lines } from '../attempts/lines.tsx'
import { type Family, nameOf } from '../family.ts'
import { paths } from '../paths.ts'
import { RecordedBefore } from '../recorded-before.tsx'
import { answers, type Referral } from './referrals.ts'

type Props = {
  family: Family
  referrals: readonly Referral[]
  today: LocalDate
  /** Whether whoever reads may record and change. */
  canWrite: boolean
}

const Answer = ({
  referral: { answer, answeredOn, reason, sentOn },
  today,
}: {
  referral: Referral
  today: LocalDate
}) =>
  answer === null || answeredOn === null ? (
    <>
      <Tag classes="govuk-tag--yellow">No answer yet</Tag> Sent {relativeDate(sentOn, today)}.
    </>
  ) : (
    <>
      <Tag classes={answer === 'accepted' ? 'govuk-tag--green' : 'govuk-tag--grey'}>{answers[answer]}</Tag>{' '}
      {formatDate(answeredOn)}.{reason !== '' && ' '}
      <Lines>{reason}</Lines>
    </>
  )

const One = ({ family, referral, today, canWrite }: Omit<Props, 'referrals'> & { referral: Referral }) => (
  <li>
    <p class="govuk-body govuk-!-margin-bottom-1">
      <strong>{formatDate(referral.sentOn)}</strong>. {nameOf(family, referral.perpetratorId)} was referred to{' '}
      {referral.programme} by {referral.by}. <Answer referral={referral} today={today} />
    </p>
    <p class="govuk-body">
      {canWrite && (
        <a class="govuk-link" href={paths.answerReferral.to({ familyId: family.id, entryId: referral.id })}>
          {referral.answer === null ? 'Record the answer' : 'Change the answer'}
          <span class="govuk-visually-hidden"> to the referral of {formatDate(referral.sentOn)}</span>
        </a>
      )}{' '}
      <RecordedBefore
        familyId={family.id}
        id={referral.id}
        version={referral.version}
        of={`the referral of ${formatDate(referral.sentOn)}`}
      />
    </p>
  </li>
)

/** Referrals to behaviour-change programmes and what came of them, newest first. */
export const Referrals = ({ family, referrals, today, canWrite }: Props) => {
  const add = { text: 'Record a referral to a programme', href: paths.addReferral.to({ familyId: family.id }) }
  return (
    <section aria-labelledby="referrals">
      <h2 class="govuk-heading-m" id="referrals">
        Referrals to behaviour-change programmes
      </h2>
      {referrals.length === 0 ? (
        <EmptyState title="No referral to a programme is recorded." action={canWrite ? add : undefined}>
          Record a referral on the day it is sent, and the answer when it comes: a referral that waits is seen by
          everybody who works with the family.
        </EmptyState>
      ) : (
        <>
          <ul class="govuk-list govuk-list--spaced">
            {referrals.map((referral) => (
              <One family={family} referral={referral} today={today} canWrite={canWrite} />
            ))}
          </ul>
          {canWrite && (
            <p class="govuk-body">
              <a class="govuk-link" href={add.href}>
                {add.text}
              </a>
            </p>
          )}
        </>
      )}
    </section>
  )
}
