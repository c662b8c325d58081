import { beforeAll, describe, expect, test } from 'vitest'
import { figuresV1 } from '../definition/figures.ts'
import type { Figure, Figures } from '../definition/figures-shape.ts'
import { type ReleasedMeasure, releasedMeasures } from '../definition/measure.ts'
import { type StackFile, stack } from '../definition/stack.ts'
import { dayOf } from '../readers/extract.ts'
import { type Example, workedExample } from './fixtures/taken-in.ts'
import { type PastRelease, type ReleaseCell, releaseOf } from './release.ts'

const dfe = { highestWithheld: 5, zerosHidden: false, version: 0 }

const stackFile = ({ name, extract, from, to }: Example): StackFile => {
  const [first, end] = [dayOf(from), dayOf(to)]
  if (first === null || end === null) throw new Error('no days')
  return { name, extract, span: { from: first, to: end } }
}
const figuresOf = (examples: readonly Example[]): Figures => figuresV1(stack(examples.map(stackFile)))

let example: Example[]
let figures: Figures
beforeAll(async () => {
  example = await workedExample()
  figures = figuresOf(example)
})

const cellsOf = (given: Figures, past: readonly PastRelease[] = [], withholding = dfe): readonly ReleaseCell[] => {
  const release = releaseOf(given, past, withholding)
  if (release.outcome !== 'safe') throw new Error(release.outcome)
  return release.cells
}

const cell = (cells: readonly ReleaseCell[], measure: ReleasedMeasure, endsWith: string) => {
  const found = cells.find((each) => each.measure === measure && each.endsWith === endsWith)
  return found && [found.status, found.events, found.mature]
}

/** The same figures with one cell of the last year changed. */
const withFigure = (measure: ReleasedMeasure, change: (figure: Figure) => Figure): Figures => ({
  ...figures,
  years: figures.years.map((year) =>
    year.endsWith === '2024-Q4'
      ? { ...year, measures: { ...year.measures, [measure]: change(year.measures[measure]) } }
      : year,
  ),
})

describe('what leaves', () => {
  test('is rolling twelve months alone: every window in which anything is computable, all its measures, and what (b) is a share of', () => {
    const cells = cellsOf(figures)
    expect([...new Set(cells.map(({ endsWith }) => endsWith))]).toEqual([
      '2023-Q4',
      '2024-Q1',
      '2024-Q2',
      '2024-Q3',
      '2024-Q4',
    ])
    for (const { endsWith, ends } of cells.slice(0, 16)) expect([endsWith, ends]).toEqual(['2023-Q4', '2024-04-01'])
    expect(cells.length).toBe(5 * releasedMeasures.length)
  })

  test('shows what is large as it is, withholds 1 to 5, and says what cannot be computed and what is not final', () => {
    const cells = cellsOf(figures)
    expect(cell(cells, 'referrals', '2024-Q4')).toEqual(['shown', 215, true])
    expect(cell(cells, 'c_new_cp_plan_dv', '2024-Q4')).toEqual(['shown', 8, false])
    expect(cell(cells, 'd_taken_into_care_dv', '2024-Q4')).toEqual(['withheld', null, false])
    expect(cell(cells, 'd_not_in_cin', '2024-Q4')).toEqual(['shown', 0, false])
    expect(cell(cells, 're_referrals_12_months', '2024-Q3')).toEqual(['not computable', null, true])
    for (const { events } of cells) expect(events === null || events === 0 || events > 5).toBe(true)
  })

  test('withholds one of a part and its whole where what is left over is a small number', () => {
    // 12 plans, 8 with domestic abuse: the 4 without are as telling.
    const twelve = (events: number) => (figure: Figure) =>
      ({ ...figure, status: 'counted', events, children: events }) as Figure
    const changed = withFigure('cp_plan_starts', twelve(12))
    const quarters = changed.quarters.map(({ measures: of, ...rest }) => ({ ...rest, measures: of }))
    const without = { ...changed, quarters: quarters.map((each) => ({ ...each, measures: dropPlans(each.measures) })) }
    const cells = cellsOf({ ...without, years: without.years.slice(-1) })
    const shown = (['cp_plan_starts', 'c_new_cp_plan_dv'] as const).filter(
      (name) => cell(cells, name, '2024-Q4')?.[0] === 'shown',
    )
    expect(shown.length).toBeLessThan(2)
  })

  test('holds no cell of few children, however many events they stand behind', () => {
    const few = withFigure('re_referrals_12_months', (figure) => ({ ...figure, events: 11, children: 4 }) as Figure)
    expect(cell(cellsOf(figures), 're_referrals_12_months', '2024-Q4')).toEqual(['shown', 11, true])
    expect(cell(cellsOf(few), 're_referrals_12_months', '2024-Q4')).toEqual(['withheld', null, true])
  })

  test('follows the borough where it withholds more', () => {
    const cells = cellsOf(figures, [], { highestWithheld: 20, zerosHidden: true, version: 1 })
    for (const { events } of cells) expect(events === null || events > 20).toBe(true)
    expect(cell(cells, 'd_not_in_cin', '2024-Q4')?.[0]).toBe('withheld')
  })

  test('is not collected where there is no table of referrals, and never computable as 0', () => {
    const cells = cellsOf(figuresOf(example.filter(({ kind }) => kind !== 'referral-flags')))
    expect(cell(cells, 'a_new_dv_at_referral', '2024-Q4')).toEqual(['not collected', null, true])
    const noCare = cellsOf(figuresOf(example.filter(({ kind }) => kind !== 'ssda903')))
    expect(cell(noCare, 'care_starts', '2024-Q4')).toEqual(['not computable', null, true])
  })

  test('is nothing where no twelve months are covered', () => {
    expect(releaseOf({ ...figures, years: figures.years.slice(0, 3) }, [], dfe)).toEqual({ outcome: 'nothing' })
  })
})

const dropPlans = (of: Figures['quarters'][number]['measures']) => ({
  ...of,
  cp_plan_starts: { status: 'not-computable', why: { reason: 'no-file', source: 'cin' } } as const,
})

describe('what left before', () => {
  const past = (given: Figures): PastRelease => ({ id: 'first', figures: given, cells: cellsOf(given) })

  test('released again is the same', () => {
    expect(cellsOf(figures, [past(figures)])).toEqual(cellsOf(figures))
  })

  test('and was corrected by a few children is withheld, so that the change shows nobody', () => {
    const census = example.find(({ name }) => name === 'cin-2025.xml')
    if (census?.extract.kind !== 'cin') throw new Error('no census')
    // Two referrals of the last quarter are taken back.
    const last = census.extract.episodes.filter(({ referred }) => referred >= (dayOf('2025-01-01') ?? 0)).slice(-2)
    const episodes = census.extract.episodes.filter((episode) => !last.includes(episode))
    const corrected = figuresOf(
      example.map((each) => (each === census ? { ...each, extract: { ...census.extract, episodes } } : each)),
    )
    const before = cell(cellsOf(figures), 'referrals', '2024-Q4')
    expect(before).toEqual(['shown', 215, true])
    expect(cell(cellsOf(corrected), 'referrals', '2024-Q4')).toEqual(['shown', 213, true])
    expect(cell(cellsOf(corrected, [past(figures)]), 'referrals', '2024-Q4')?.[0]).toBe('withheld')
  })

  test('that contradicts these figures forbids a release, in words', () => {
    const wrong: PastRelease = {
      ...past(figures),
      figures: { ...figures, quarters: [], years: [] },
      cells: cellsOf(figures).map((each) => (each.events === null ? each : { ...each, events: each.events + 1000 })),
    }
    expect(releaseOf(figures, [wrong], dfe)).toEqual({
      outcome: 'refused',
      reasons: [
        'These figures do not fit what left the borough before. Check the files, or ask whoever runs Throughline.',
      ],
    })
  })
})
