import { addDays, daysBetween, formatPeriod, type LocalDate } from '#platform/dates.ts'
import { round } from '#platform/statistics/index.ts'
import type { Figures } from './figures.ts'
import { membersIn } from './members.ts'
import type { Fact, ReportTable, Row } from './model.ts'
import { canonical, inPrintedOrder, type PrintedTable, printedTable } from './printed.ts'
import { count, countCell, listed, shareCell, shareOf, sum, unique } from './words.ts'

const file = 'change-data.csv'

/** One borough's returns for one period, by indicator; null: the borough does not collect it. */
export type Returned = {
  readonly borough: string
  readonly starts: LocalDate
  readonly ends: LocalDate
  readonly atReferral: number | null
  readonly afterAssessment: number | null
  readonly plans: number | null
  readonly care: number | null
  /** What was identified, of what is collected; null too where a part of it is withheld. */
  readonly total: number | null
  /** Why a figure is null. */
  readonly gap: Readonly<Record<'atReferral' | 'afterAssessment' | 'plans' | 'care' | 'total', Gap>>
}

type Gap = 'not collected' | 'withheld'

const parts = ['atReferral', 'afterAssessment', 'plans', 'care'] as const

/** Table 6: what each borough returned for the term. */
export const changeDataTable = (figures: Figures): ReportTable => {
  const printed = printedTable(figures.printed?.figures ?? [], file)
  const all = returnsIn(figures, figures.term.number)
  const returned = inPrintedOrder(all, ({ borough }) => borough, printed)
  const notCollected = returned.filter((one) =>
    parts.some((part) => one[part] === null && one.gap[part] === 'not collected'),
  )
  const withheld = returned.filter((one) => parts.some((part) => one.gap[part] === 'withheld'))
  return {
    id: 'table-6',
    number: 'Table 6',
    title: 'Change data, by borough',
    file,
    key: ['borough'],
    columns: Object.keys(headings),
    headings,
    printedOnly: ['cp_share_as_printed', 'care_share_as_printed'],
    rows: returned.map((one) => rowOf(one, printed)),
    base:
      returned.length === 0
        ? 'No borough has returned change data for this term'
        : `${count(sum(returned.map(({ total }) => total ?? 0)))} cases identified with domestic abuse, in ${listed(unique(returned.map(({ borough }) => borough)))}`,
    period:
      unique(returned.map(({ starts, ends }) => formatPeriod({ starts, ends }))).join('; ') ||
      formatPeriod(figures.term),
    notes: [
      'Boroughs count in different ways: compare a borough with itself, not with another.',
      ...notCollected.map(
        ({ borough }) => `${borough} does not collect every figure; its total holds only what it collects.`,
      ),
      ...withheld.map(
        ({ borough }) => `A figure of ${borough} is withheld: it is of 1 to 5 children, who could be recognised.`,
      ),
    ],
    definition: definitionOf(figures, returned),
    derived: {
      columns: [
        'borough',
        'cp_share',
        'cp_share_low',
        'cp_share_high',
        'care_share',
        'care_share_low',
        'care_share_high',
      ],
      rows: returned.map((one) => derivedOf(one, printed)),
    },
    facts: factsOf(figures, returned),
    shown: [shownOf(returned, printed)],
    chart: null,
  }
}

const headings = {
  borough: 'Borough',
  period_start: 'From',
  period_end: 'To',
  new_dv_cases_at_referral: 'Identified at referral',
  new_dv_cases_after_assessment: 'Identified after assessment',
  total_cases: 'All cases',
  new_cp_plans_dv_factor: 'New child protection plans',
  cp_share_as_printed: 'Share of plans',
  children_taken_into_care_dv_factor: 'Taken into care',
  care_share_as_printed: 'Share taken into care',
}

/** The returns of a term, by borough and period. */
export const returnsIn = (figures: Figures, number: number): Returned[] => {
  const own = figures.changeData.filter(({ term }) => term === number)
  return unique(own.map(({ authority, starts, ends }) => `${authority}\n${starts}\n${ends}`)).map((name) => {
    const of = own.filter(({ authority, starts, ends }) => `${authority}\n${starts}\n${ends}` === name)
    const events = (indicator: string) => of.find((row) => row.indicator === indicator)?.events ?? null
    const identified = [events('identified at referral'), events('identified after assessment')]
    const known = identified.filter((n) => n !== null)
    const gap = (...names: string[]): Gap =>
      of.some((row) => names.includes(row.indicator) && row.withheld) ? 'withheld' : 'not collected'
    const total = gap('identified at referral', 'identified after assessment')
    // `of` holds at least the row that gave the name.
    const { authority, starts, ends } = of[0] as (typeof of)[number]
    return {
      borough: authority,
      starts,
      ends,
      atReferral: identified[0] ?? null,
      afterAssessment: identified[1] ?? null,
      plans: events('child protection plan'),
      care: events('taken into care'),
      // The sum beside its other part would tell what was withheld.
      total: known.length === 0 || total === 'withheld' ? null : sum(known),
      gap: {
        atReferral: gap('identified at referral'),
        afterAssessment: gap('identified after assessment'),
        plans: gap('child protection plan'),
        care: gap('taken into care'),
        total,
      },
    }
  })
}

/** The borough as this table writes it: Hammersmith & Fulham is Hammersmith and Fulham of the others. */
const nameIn = (printed: PrintedTable | null, borough: string): string =>
  printed?.cell(borough, 'borough') || (printed?.rows.find((row) => canonical(row) === canonical(borough)) ?? borough)

const rowOf = (one: Returned, printed: PrintedTable | null): Row => {
  const asPrinted = (column: string) => {
    const text = printed?.cell(one.borough, column) ?? ''
    return /^\d+(\.\d+)?$/.test(text) ? Number(text) : null
  }
  return {
    borough: nameIn(printed, one.borough),
    period_start: one.starts.slice(0, 7),
    period_end: addDays(one.ends, -1).slice(0, 7),
    new_dv_cases_at_referral: one.atReferral,
    new_dv_cases_after_assessment: one.afterAssessment,
    total_cases: one.total,
    new_cp_plans_dv_factor: one.plans,
    cp_share_as_printed: asPrinted('cp_share_as_printed'),
    children_taken_into_care_dv_factor: one.care,
    care_share_as_printed: asPrinted('care_share_as_printed'),
  }
}

const to = (value: number | undefined) => (value === undefined ? null : round(value, 4))

const derivedOf = (one: Returned, printed: PrintedTable | null): Row => {
  const [plans, care] = [shareOf(one.plans, one.total), shareOf(one.care, one.total)]
  return {
    borough: nameIn(printed, one.borough),
    cp_share: to(plans?.value),
    cp_share_low: to(plans?.low),
    cp_share_high: to(plans?.high),
    care_share: to(care?.value),
    care_share_low: to(care?.low),
    care_share_high: to(care?.high),
  }
}

const lowest = (returned: readonly Returned[], of: 'plans' | 'care'): string | null => {
  const shares = returned.flatMap((one) => {
    const share = shareOf(one[of], one.total)
    return share === null ? [] : [{ borough: one.borough, value: share.value }]
  })
  return shares.toSorted((a, b) => a.value - b.value)[0]?.borough ?? null
}

const factsOf = (figures: Figures, returned: readonly Returned[]): Fact[] => [
  ...returned.flatMap((one): Fact[] => [
    {
      row: one.borough,
      column: 'cp_share_as_printed',
      value: shareOf(one.plans, one.total)?.value ?? null,
      share: true,
    },
    {
      row: one.borough,
      column: 'care_share_as_printed',
      value: shareOf(one.care, one.total)?.value ?? null,
      share: true,
    },
  ]),
  { row: '(all boroughs)', column: 'lowest_cp_share', value: lowest(returned, 'plans') },
  { row: '(all boroughs)', column: 'lowest_care_share', value: lowest(returned, 'care') },
  ...increased(figures, returned),
]

/** Boroughs that identified more than in the term before, where both terms have returns of about equal length. */
const increased = (figures: Figures, returned: readonly Returned[]): Fact[] => {
  const before = returnsIn(figures, figures.term.number - 1)
  const pairs = returned.flatMap((now) => {
    const then = before.find(({ borough }) => borough === now.borough)
    const alike = then && Math.abs(daysBetween(then.starts, then.ends) - daysBetween(now.starts, now.ends)) <= 3
    return alike && then.total !== null && now.total !== null ? [now.total > then.total] : []
  })
  if (pairs.length === 0) return []
  return [
    { row: '(all boroughs)', column: 'boroughs_with_increased_identification', value: pairs.filter(Boolean).length },
    { row: '(all boroughs)', column: 'boroughs_compared', value: pairs.length },
  ]
}

const definitionOf = (figures: Figures, returned: readonly Returned[]) => {
  const names = unique(returned.map(({ borough }) => borough))
  const missing = membersIn(figures, figures.term.number).filter((name) => !names.includes(name))
  return {
    counts:
      'Children’s cases in which domestic abuse was identified, at referral or after assessment; and of these, new child protection plans and children taken into care.',
    numerator:
      'For the shares: new child protection plans, or children taken into care, with domestic abuse as a factor.',
    denominator: 'All cases identified, at referral and after assessment. Each share has a 95% interval (Wilson).',
    source: 'Each borough’s return, child by child, with references that name nobody.',
    when: 'A return belongs to the term in which it ends.',
    coverage: `${names.length} of ${names.length + missing.length} boroughs. Missing: ${listed(missing)}.`,
  }
}

const shownOf = (returned: readonly Returned[], printed: PrintedTable | null) => ({
  caption: '',
  columns: [
    { key: 'borough', heading: 'Borough', numeric: false },
    { key: 'referral', heading: 'At referral', numeric: true },
    { key: 'assessment', heading: 'After assessment', numeric: true },
    { key: 'total', heading: headings.total_cases, numeric: true },
    { key: 'plans', heading: 'New protection plans', numeric: true },
    { key: 'cp_share', heading: 'Share of all (95% interval)', numeric: true },
    ...(printed ? [{ key: 'cp_printed', heading: 'Printed', numeric: true }] : []),
    { key: 'care', heading: headings.children_taken_into_care_dv_factor, numeric: true },
    { key: 'care_share', heading: 'Share of all (95% interval)', numeric: true },
    ...(printed ? [{ key: 'care_printed', heading: 'Printed', numeric: true }] : []),
  ],
  rows: returned.map((one) => {
    const asPrinted = (column: string) =>
      printed ? [printed.cell(one.borough, column) || { value: null, text: 'empty' }] : []
    return [
      nameIn(printed, one.borough),
      countCell(one.atReferral, one.gap.atReferral),
      countCell(one.afterAssessment, one.gap.afterAssessment),
      countCell(one.total, one.gap.total),
      countCell(one.plans, one.gap.plans),
      shareCell(one.plans, one.total),
      ...asPrinted('cp_share_as_printed'),
      countCell(one.care, one.gap.care),
      shareCell(one.care, one.total),
      ...asPrinted('care_share_as_printed'),
    ]
  }),
})
