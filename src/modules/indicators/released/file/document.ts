import { addDays, addMonths, londonDate } from '#platform/dates.ts'
import { symbols } from '#platform/disclosure/index.ts'
import type { Cell, Document, DocumentColumn, DocumentTable } from '#platform/documents/index.ts'
import { meanings } from '../../definition/meaning.ts'
import { type ReleasedMeasure, releasedMeasures } from '../../definition/measure.ts'
import { whatItNeeds } from '../../definition/needs.ts'
import type { LoadedReleases } from '../load.ts'
import { type BoroughRelease, definitionSet, figureIn, type Outcome, windowsOf } from '../released.ts'
import { outcomeWords, windowWords } from '../words.ts'

const column = (key: string, heading: string, numeric = false): DocumentColumn => ({ key, heading, numeric })

const columns: DocumentColumn[] = [
  column('borough', 'Borough'),
  column('figure', 'Figure'),
  column('measure', 'Name in files'),
  column('period', 'Twelve months'),
  column('first_day', 'First day'),
  column('last_day', 'Last day'),
  column('status', 'Status'),
  column('symbol', 'Symbol'),
  column('events', 'Number', true),
  column('base_measure', 'Share of'),
  column('base_status', 'Status of the base'),
  column('base', 'Of', true),
  column('share', 'Share', true),
  column('share_low', '95% interval from', true),
  column('share_high', '95% interval to', true),
  column('still_maturing', 'Still maturing'),
  column('withheld_up_to', 'Withheld up to', true),
  column('released_on', 'Released on'),
  column('covers_from', 'Release covers from'),
  column('covers_to', 'Release covers to'),
  column('definition', 'Definition set'),
  column('left_on', 'No member from'),
]

// What has no number says so in words: never an empty cell, never a number that stands for something else.
const none = (text: string): Cell => ({ value: null, text })
const numberOf = (outcome: Outcome): Cell => (outcome.kind === 'number' ? outcome.value : none(outcomeWords(outcome)))
const statusOf = ({ kind }: Outcome): string => (kind === 'number' ? 'shown' : kind)
const proportion = (value: number): Cell => ({
  value: Math.round(value * 10_000) / 10_000,
  text: `${(value * 100).toFixed(1)}%`,
})

const symbolOf = ({ kind }: Outcome): string => {
  if (kind === 'number') return 'none'
  if (kind === 'withheld') return symbols.withheld.symbol
  return symbols[kind === 'not collected' ? 'not-collected' : 'not-available'].symbol
}

const rowOf = (
  release: BoroughRelease,
  measure: ReleasedMeasure,
  ends: ReturnType<typeof windowsOf>[number],
): Cell[] => {
  const { events, base, share, maturing } = figureIn(release, measure, ends)
  return [
    release.borough.name,
    meanings[measure].name,
    measure,
    windowWords(ends),
    addMonths(ends, -12),
    addDays(ends, -1),
    statusOf(events),
    symbolOf(events),
    numberOf(events),
    whatItNeeds[measure].base ?? 'nothing',
    statusOf(base),
    numberOf(base),
    ...[share?.value, share?.low, share?.high].map((each) =>
      each === undefined ? none('no share') : proportion(each),
    ),
    maturing === null ? 'does not apply' : maturing ? 'yes' : 'no',
    release.highestWithheld,
    londonDate(release.releasedAt),
    release.coversFrom,
    addDays(release.coversTo, -1),
    definitionSet,
    release.leftAt ?? 'a member',
  ]
}

/** Every cell that has left the boroughs, as it left: a row a borough, measure and twelve months. */
export const releasesTable = ({ releases }: Pick<LoadedReleases, 'releases'>): DocumentTable => ({
  number: '1',
  caption: 'Change data released by the boroughs',
  columns,
  rows: releases.flatMap((release) =>
    windowsOf(release).flatMap((ends) => releasedMeasures.map((measure) => rowOf(release, measure, ends))),
  ),
  rowHeadings: true,
  notes: [
    'Recorded, not prevalence. Boroughs record differently: compare each with itself.',
    'Twelve months that follow each other share nine of their months.',
  ],
  base: 'Children of each borough, as its statutory returns record them',
  period: 'Rolling twelve months',
})

const plainTable = (number: string, caption: string, headings: readonly string[], rows: Cell[][]): DocumentTable => ({
  number,
  caption,
  columns: headings.map((heading) => column(heading.toLowerCase().replaceAll(/\W+/g, '_'), heading)),
  rows,
  rowHeadings: true,
  notes: [],
  base: '',
  period: '',
})

const symbolsTable = (): DocumentTable =>
  plainTable(
    '2',
    'What stands where there is no number',
    ['Status', 'Symbol', 'Meaning'],
    [
      ['shown', 'none', 'A number as it was released. 0 means that there was none.'],
      ['withheld', symbols.withheld.symbol, symbols.withheld.meaning],
      ['not collected', symbols['not-collected'].symbol, 'The borough does not record it'],
      ['not computable', symbols['not-available'].symbol, 'The borough’s files do not cover it'],
      ['not released', symbols['not-available'].symbol, 'No borough releases this measure'],
    ],
  )

const definitionsTable = (): DocumentTable =>
  plainTable(
    '3',
    'What each figure means',
    ['Figure', 'What is counted', 'Share of', 'Sources', 'What is not known', 'When it is final', 'To bear in mind'],
    releasedMeasures.map((measure) => {
      const { name, counted, base, sources, unknown, maturity, caveats } = meanings[measure]
      return [name, counted, base ?? 'nothing', sources, unknown ?? 'does not apply', maturity, caveats.join(' ')]
    }),
  )

/** The same as a workbook, with the words for what is no number and every definition. */
export const releasesDocument = (loaded: LoadedReleases): Document => ({
  title: 'Change data released',
  subtitle: loaded.reading.partnership?.name ?? '',
  language: 'en-GB',
  made: loaded.reading.today,
  footer: 'As released by the boroughs, small numbers withheld',
  blocks: [releasesTable(loaded), symbolsTable(), definitionsTable()].map((table) => ({ kind: 'table', table })),
})
