import { addDays, type LocalDate } from '#platform/dates.ts'
import { idOf, type Row, type Skeleton, type World } from './world.ts'
import { caseRows } from './world-cases.ts'
import { changeRows } from './world-change.ts'
import { houseRows } from './world-house.ts'
import { wordingRows } from './world-wording.ts'

type Rows = Record<string, readonly Row[]>
type Term = Skeleton['terms'][number]

/** What a partnership holds that belongs to no borough: one of each. */
const partnershipRows = (name: string, today: string): Rows => {
  const own = { partnership_id: idOf('partnership', name) }
  const course = { id: idOf('course', name), ...own }
  const page = { id: idOf('hub_page', name), ...own }
  const group = { id: idOf('governance_group', name), ...own }
  return {
    course: [{ ...course, name: 'Core', days: 4, mode: 'live', offered_from: today, sort: 1 }],
    block: [
      {
        id: idOf('block', name),
        ...own,
        course_id: course.id,
        number: 1,
        starts: today,
        ends: '9999-01-01',
      },
    ],
    hub_page: [{ ...page, section: 'Resources', title: 'Mapping tool', sort: 1 }],
    hub_page_day: [{ ...own, page_id: page.id, on_date: today, views: 7 }],
    governance_group: [{ ...group, name: 'Board', meets: 'monthly', sort: 1 }],
    governance_seat: [{ id: idOf('seat', name), ...own, group_id: group.id, holder: 'Chair', sort: 1 }],
  }
}

const termRows = ({ partnership, number }: Term): Rows => {
  const own = { partnership_id: idOf('partnership', partnership) }
  const report = { id: idOf('printed_report', partnership, number), ...own }
  const cell = { place: 'Table 1', file: 'table.csv', row_label: 'Core', column_name: 'n', printed: '7', sort: 1 }
  return {
    data_collection: [
      {
        id: idOf('data_collection', partnership, number),
        ...own,
        term_number: number,
        name: 'Survey',
        what: 'Of those who were trained',
        sort: 1,
      },
    ],
    printed_report: [{ ...report, term_number: number, title: 'Report', citation: 'Report' }],
    printed_figure: [{ id: idOf('printed_figure', partnership, number), ...own, report_id: report.id, ...cell }],
  }
}

/** What an authority has recorded in a partnership: one of each. */
const authorityRows = (partnership: string, authority: string, today: LocalDate): Rows => {
  const own = { partnership_id: idOf('partnership', partnership), authority_id: idOf('organisation', authority) }
  const id = (kind: string) => idOf(kind, partnership, authority)
  const day = { starts: today, ends: addDays(today, 1) }
  return {
    attendance: [
      {
        id: id('attendance'),
        ...own,
        block_id: idOf('block', partnership),
        person_id: idOf('person', 'staff of', authority),
        completed_on: today,
      },
    ],
    consultation: [{ id: id('consultation'), ...own, held_on: today, kind: 'group', theme: 'plan' }],
    activity_return: [{ id: id('activity_return'), ...own, month: `${today.slice(0, 7)}-01` }],
    audit_round: [{ id: id('audit_round'), ...own, wave: 1, state: 'held' }],
    audit_case: [
      {
        id: id('audit_case'),
        authority_id: own.authority_id,
        round_id: id('audit_round'),
        reference: 'one',
      },
    ],
    change_return: [{ id: id('change_return'), ...own, ...day, indicator: 'taken into care', collected: true }],
    change_event: [
      {
        id: id('change_event'),
        authority_id: own.authority_id,
        return_id: id('change_return'),
        on_date: today,
        child_reference: 'one',
      },
    ],
  }
}

/** A provider's programme with a referral from each authority and one whose borough is not recorded. */
const programmeRows = (partnership: string, provider: string, authorities: readonly string[], today: string): Rows => {
  const own = { partnership_id: idOf('partnership', partnership) }
  const programme = idOf('programme', partnership, provider)
  const referrals = [...authorities, null].map((authority) => ({
    id: idOf('referral', partnership, provider, authority ?? ''),
    ...own,
    programme_id: programme,
    authority_id: authority === null ? null : idOf('organisation', authority),
    origin: authority === null ? 'not recorded' : 'recorded',
    sent_on: today,
  }))
  return {
    programme: [
      {
        id: programme,
        ...own,
        provider_id: idOf('organisation', provider),
        name: `Programme of ${provider}`,
        sort: 1,
      },
    ],
    referral: referrals,
    referral_step: referrals.map(({ id }) => ({
      id: idOf('step', id),
      ...own,
      referral_id: id,
      number: 1,
      step: 'sent',
      on_date: today,
    })),
  }
}

/** An attendance whose register does not say the borough. */
const unplaced = (partnership: string, today: string): Rows => ({
  attendance: [
    {
      id: idOf('attendance', partnership, 'unplaced'),
      partnership_id: idOf('partnership', partnership),
      block_id: idOf('block', partnership),
      authority_id: null,
      person_id: null,
      completed_on: today,
    },
  ],
})

const together = (parts: readonly Rows[]): Map<string, Row[]> => {
  const tables = new Map<string, Row[]>()
  for (const [table, rows] of parts.flatMap((part) => Object.entries(part))) {
    tables.set(table, [...(tables.get(table) ?? []), ...rows])
  }
  return tables
}

// Parents before children, so that foreign keys hold while a world is inserted.
const order = [
  ...['course', 'block', 'attendance', 'consultation', 'activity_return', 'programme', 'referral', 'referral_step'],
  ...['hub_page', 'hub_page_day', 'audit_round', 'audit_case', 'change_return', 'change_event'],
  ...['governance_group', 'governance_seat', 'data_collection', 'printed_report', 'printed_figure'],
]

/** Grows a whole world from a skeleton: in every table a row of every kind that the policy tells apart. */
export const grow = (world: Skeleton): World => {
  const members = (partnership: string, capacity: string): string[] => [
    ...new Set(
      world.memberships
        .filter((each) => each.partnership === partnership && each.capacity === capacity)
        .map(({ organisation }) => organisation),
    ),
  ]
  const rooms = together([
    ...world.partnerships.map((name) => partnershipRows(name, world.today)),
    ...world.partnerships.map((name) => unplaced(name, world.today)),
    ...world.terms.map(termRows),
    ...world.partnerships.flatMap((partnership) => {
      const authorities = members(partnership, 'authority')
      return [
        ...authorities.map((authority) => authorityRows(partnership, authority, world.today)),
        ...members(partnership, 'provider').map((it) => programmeRows(partnership, it, authorities, world.today)),
      ]
    }),
  ])
  return {
    today: world.today,
    now: world.now,
    tables: new Map([
      ...houseRows(world),
      ...wordingRows(world),
      ...changeRows(world),
      ...order.map((table) => [table, rooms.get(table) ?? []] as const),
      ...caseRows(world),
    ]),
  }
}
