import { permission } from '#platform/access/actor.ts'
import type { LocalDate } from '#platform/dates.ts'
import type { HomeLine, HomeSection } from '#platform/module.ts'
import { isPerson } from '#platform/web/route.ts'
import { paths } from '../paths.ts'
import { isLate } from '../referral.ts'
import { waitingSince } from '../store.ts'

const waitingHref = `${paths.programmes.to()}?state=waiting`
const referrals = (n: number) => (n === 1 ? '1 referral' : `${n} referrals`)

/** Says what waits, first what has waited too long. `sent` is when each unanswered referral was sent. */
export const linesFor = (sent: readonly LocalDate[], today: LocalDate, received: boolean): HomeLine[] => {
  const late = sent.filter((sentOn) => isLate({ step: 'sent', sentOn }, today)).length
  const others = sent.length - late
  const whose = received ? '' : ' from your borough'
  return [
    ...(late > 0
      ? [{ text: `${referrals(late)}${whose} without an answer for five days or more`, href: waitingHref, due: true }]
      : []),
    ...(others > 0
      ? [
          {
            text: `${referrals(others)}${whose} sent in the last five days, to be answered`,
            href: waitingHref,
            due: false,
          },
        ]
      : []),
  ]
}

/** What the marketplace says on the Home of those who receive referrals and of those who send them. */
export const homeSections: readonly HomeSection[] = [
  {
    title: 'Referrals',
    permission: permission('marketplace.home', ['provider', 'lead', 'borough_lead']),
    sort: 40,
    whenEmpty: 'No referral is waiting for an answer.',
    async load({ actor, db, services }) {
      if (!isPerson(actor)) return []
      return linesFor(await waitingSince(db), services.clock.today(), actor.grant.role === 'provider')
    },
  },
]
