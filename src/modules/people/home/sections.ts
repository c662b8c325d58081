import { permission } from '#platform/access/actor.ts'
import { addDays, formatDate, type LocalDate, relativeDate } from '#platform/dates.ts'
import type { HomeLine, HomeSection } from '#platform/module.ts'
import { isPerson } from '#platform/web/route.ts'
import type { Membership } from '../partnership.ts'
import { paths } from '../paths.ts'
import type { StaffMember } from '../staff.ts'
import { readEverybody } from '../staff-store.ts'
import { readMemberships, readPartnerships, readTerms } from '../store.ts'
import { lastDay, type Term, termOn, termState } from '../term.ts'

const href = paths.partnership.to()

/** What the project manager has to look after: the end of the term, boroughs without a stage, memberships that end. */
export const partnershipLines = (
  terms: readonly Term[],
  memberships: readonly Membership[],
  today: LocalDate,
): HomeLine[] => {
  const term = termOn(terms, today)
  const running = term !== null && termState(term, today) === 'running' ? term : null
  const followed = terms.some(({ starts }) => starts > today)
  const members = memberships.filter(({ starts, ends }) => starts <= today && (ends === null || ends > today))
  const unstaged = members.filter(({ capacity, stage }) => capacity === 'authority' && stage === null)
  const ending = members.filter(({ ends }) => ends !== null && ends <= addDays(today, 90))
  return [
    ...(running ? [] : [{ text: 'No term is running: add the next one', href, due: true }]),
    ...unstaged.map(({ organisation }) => ({ text: `${organisation.name} has no stage yet`, href, due: true })),
    ...ending.flatMap(({ organisation, ends }) =>
      ends === null
        ? []
        : [
            {
              text: `The membership of ${organisation.name} ends on ${formatDate(addDays(ends, -1))}`,
              href,
              due: false,
            },
          ],
    ),
    ...(running
      ? [
          {
            text: `${running.name} ends on ${formatDate(lastDay(running))}, ${relativeDate(lastDay(running), today)}${followed ? '' : '; no term follows it yet'}`,
            href,
            due: !followed && running.ends <= addDays(today, 90),
          },
        ]
      : []),
  ]
}

/** What an administrator has to look after on the staff list. */
export const staffLines = (everybody: readonly StaffMember[], today: LocalDate): HomeLine[] => {
  const inPost = everybody.filter(({ starts, ends }) => starts <= today && (ends === null || ends > today))
  const noTeam = inPost.filter(({ teamId }) => teamId === null).length
  const leaving = inPost.filter(({ ends }) => ends !== null && ends <= addDays(today, 30)).length
  const people = (n: number) => (n === 1 ? '1 person' : `${n} people`)
  return [
    ...(noTeam > 0
      ? [{ text: `${people(noTeam)} in post without a team`, href: `${paths.staff.to()}?team=none`, due: false }]
      : []),
    ...(leaving > 0
      ? [
          {
            text: `${people(leaving)} on the staff list ${leaving === 1 ? 'leaves' : 'leave'} in the next 30 days`,
            href: paths.staff.to(),
            due: false,
          },
        ]
      : []),
  ]
}

/** What partnership and staff say on the Home of those who keep them. */
export const homeSections: readonly HomeSection[] = [
  {
    title: 'Partnership',
    permission: permission('people.home-partnership', ['project']),
    sort: 10,
    whenEmpty: 'Memberships and terms are in order.',
    async load({ db, services }) {
      const [partnership] = await readPartnerships(db)
      if (!partnership) return []
      return partnershipLines(
        await readTerms(db, partnership.id),
        await readMemberships(db, partnership.id),
        services.clock.today(),
      )
    },
  },
  {
    title: 'Staff',
    permission: permission('people.home-staff', ['admin']),
    sort: 95,
    whenEmpty: 'Everybody in post has a team, and nobody is about to leave.',
    load: async ({ actor, db, services }) =>
      isPerson(actor) ? staffLines(await readEverybody(db, actor.grant.organisationId), services.clock.today()) : [],
  },
]
