import { addDays, addMonths } from '#platform/dates.ts'
import type { Cell, Document, DocumentColumn, DocumentTable } from '#platform/documents/index.ts'
import { whyWords } from '../definition/coverage.ts'
import type { Figure } from '../definition/figures-shape.ts'
import { meanings } from '../definition/meaning.ts'
import {
  type FurtherMeasure,
  furtherMeasures,
  type Measure,
  measures,
  type QuarterName,
} from '../definition/measure.ts'
import { daysOfQuarter, quarterWords, yearWords } from '../versions/period.ts'
import { stateOf, type Version } from '../versions/version.ts'
import { shareOf } from './figure-lines.ts'
import { seesFigures } from './inside.ts'

type Name = Measure | FurtherMeasure
const names: readonly Name[] = [...measures, ...furtherMeasures]

const columns: DocumentColumn[] = [
  { key: 'figure', heading: 'Figure', numeric: false },
  { key: 'measure', heading: 'Name in files', numeric: false },
  { key: 'months', heading: 'Months', numeric: true },
  { key: 'period', heading: 'Period', numeric: false },
  { key: 'first_day', heading: 'First day', numeric: false },
  { key: 'last_day', heading: 'Last day', numeric: false },
  { key: 'status', heading: 'Status', numeric: false },
  { key: 'events', heading: 'Number', numeric: true },
  { key: 'children', heading: 'Children', numeric: true },
  { key: 'base', heading: 'Of', numeric: true },
  { key: 'share', heading: 'Share', numeric: true },
  { key: 'share_low', heading: '95% interval from', numeric: true },
  { key: 'share_high', heading: '95% interval to', numeric: true },
  { key: 'unknown', heading: 'Not known', numeric: true },
  { key: 'final', heading: 'Final', numeric: false },
  { key: 'why', heading: 'Why there is no number', numeric: false },
  { key: 'definition', heading: 'Definition set', numeric: false },
  { key: 'counted', heading: 'What is counted', numeric: false },
  { key: 'version', heading: 'Version', numeric: true },
  { key: 'version_state', heading: 'State of the version', numeric: false },
  { key: 'use', heading: 'Use', numeric: false },
]

// What has no number says so in words: never an empty cell, never a number that stands for something else.
const none = (text: string): Cell => ({ value: null, text })
const proportion = (value: number): Cell => ({
  value: Math.round(value * 10_000) / 10_000,
  text: `${(value * 100).toFixed(1)}%`,
})

const numbersOf = (figure: Figure): Cell[] => {
  if (figure.status === 'not-computable')
    return [
      'not computable',
      ...Array.from({ length: 7 }, () => none('not computable')),
      'not computable',
      whyWords(figure.why),
    ]
  const share = shareOf(figure)
  const noShare = none(figure.base === null ? 'no base' : 'no share')
  return [
    'counted',
    figure.events,
    figure.children,
    figure.base ?? none('no base'),
    share === null ? noShare : proportion(share.value),
    share === null ? noShare : proportion(share.low),
    share === null ? noShare : proportion(share.high),
    figure.unknown ?? none('does not apply'),
    figure.mature || figure.matureFrom === null ? 'yes' : `not before a census of ${figure.matureFrom}`,
    'does not apply',
  ]
}

type Period = { readonly months: 3 | 12; readonly endsWith: QuarterName; readonly measures: Record<Name, Figure> }

const rowsOf = ({ months, endsWith, measures: of }: Period, version: Version): Cell[][] => {
  const { ends } = daysOfQuarter(endsWith)
  const starts = months === 3 ? daysOfQuarter(endsWith).starts : startOfYear(endsWith)
  return names.map((name) => [
    meanings[name].name,
    name,
    months,
    months === 3 ? quarterWords(endsWith) : yearWords(endsWith),
    starts,
    addDays(ends, -1),
    ...numbersOf(of[name]),
    version.figures.definition,
    meanings[name].counted,
    version.number,
    stateOf(version),
    seesFigures,
  ])
}

const startOfYear = (endsWith: QuarterName) => addMonths(daysOfQuarter(endsWith).ends, -12)

/** Every figure of a version, exact: a row a measure and period, quarters and then rolling twelve months. */
export const figuresTable = (version: Version): DocumentTable => {
  const periods: Period[] = [
    ...version.figures.quarters.map(({ quarter, measures: of }) => ({
      months: 3 as const,
      endsWith: quarter,
      measures: of,
    })),
    ...version.figures.years.map(({ endsWith, measures: of }) => ({ months: 12 as const, endsWith, measures: of })),
  ]
  return {
    number: '1',
    caption: `Change data, version ${version.number} (${stateOf(version)}), ${seesFigures}`,
    columns,
    rows: periods.flatMap((period) => rowsOf(period, version)),
    rowHeadings: true,
    notes: ['Recorded, not prevalence. Small numbers are not withheld: they can show who a child is.'],
    base: 'Children of one borough, as its statutory returns record them',
    period: 'Quarters and rolling twelve months of the financial year',
  }
}

const definitionsTable = (): DocumentTable => ({
  number: '2',
  caption: 'What each figure means',
  columns: [
    'Figure',
    'What is counted',
    'Share of',
    'Sources',
    'What is not known',
    'When it is final',
    'To bear in mind',
  ].map((heading) => ({ key: heading.toLowerCase().replaceAll(/\W+/g, '_'), heading, numeric: false })),
  rows: names.map((name) => {
    const { name: title, counted, base, sources, unknown, maturity, caveats } = meanings[name]
    return [title, counted, base ?? 'nothing', sources, unknown ?? 'does not apply', maturity, caveats.join(' ')]
  }),
  rowHeadings: true,
  notes: [],
  base: 'Definition set v1',
  period: '',
})

const places = {
  cin: 'Children in need census',
  ssda903: 'SSDA903 return',
  annexA: 'Annex A',
  flags: 'Domestic abuse at referral',
}

const coverageTable = ({ figures: { covered }, files }: Version): DocumentTable => ({
  number: '3',
  caption: 'What the files cover, and the files',
  columns: ['Kind or file', 'First day', 'Last day', 'SHA-256'].map((heading) => ({
    key: heading.toLowerCase().replaceAll(/\W+/g, '_'),
    heading,
    numeric: false,
  })),
  rows: [
    ...(['cin', 'ssda903', 'annexA', 'flags'] as const).flatMap((place): Cell[][] =>
      covered[place].length === 0
        ? [[places[place], 'no days', 'no days', 'does not apply']]
        : covered[place].map(({ first, last }) => [places[place], first, last, 'does not apply']),
    ),
    ...files.map(({ name, first, last, sha256 }): Cell[] => [name, first, last, sha256]),
  ],
  rowHeadings: true,
  notes: [],
  base: '',
  period: '',
})

/** The same as a workbook, with every definition, the coverage and the files. */
export const figuresDocument = (version: Version): Document => ({
  title: 'Change data by quarter',
  subtitle: `Version ${version.number}, ${stateOf(version)}`,
  language: 'en-GB',
  made: version.made.at.toISOString(),
  footer: `Exact figures, ${seesFigures}`,
  blocks: [figuresTable(version), definitionsTable(), coverageTable(version)].map((table) => ({
    kind: 'table',
    table,
  })),
})
