import { describe, expect, test } from 'vitest'
import { type Assessment, type CinExtract, dayOf, type Episode, type Extract, type Span } from '../readers/extract.ts'
import { type StackFile, stack } from './stack.ts'

const day = (iso: string): number => dayOf(iso) ?? Number.NaN

const assessment = (started: string, authorised: string | null, abuse = 0, hasFactors = true): Assessment => ({
  started: day(started),
  authorised: authorised === null ? null : day(authorised),
  hasFactors: authorised !== null && hasFactors,
  abuse,
})

const episode = (more: Partial<Episode> = {}): Episode => ({
  child: 'A1',
  referred: day('2024-05-01'),
  nfa: false,
  assessments: [],
  plans: [],
  ...more,
})

const cin = (year: number | null, episodes: Episode[], more: Partial<CinExtract> = {}): CinExtract => ({
  kind: 'cin',
  year,
  referenceDate: null,
  authority: '999',
  writtenAt: null,
  children: [...new Set(episodes.map(({ child }) => child))],
  episodes,
  ...more,
})

const file = (extract: Extract, span: Span | null = null, ...furtherSpans: Span[]): StackFile => ({
  name: 'a file',
  extract,
  span,
  furtherSpans,
})

const only = (extracts: readonly Extract[]) => {
  const child = stack(extracts.map((extract) => file(extract))).children.get('A1')
  expect(child).toBeDefined()
  return child
}

describe('Two censuses that tell of the same referral', () => {
  const early = cin(2024, [episode({ nfa: true })])
  const late = cin(2025, [episode({ nfa: false })])

  test('are one episode, and the later year wins whichever was given first', () => {
    expect(only([early, late])?.episodes).toMatchObject([{ nfa: false }])
    expect(only([late, early])?.episodes).toMatchObject([{ nfa: false }])
  })

  test('of one year are put in order by reference date, then by when they were written, then as given', () => {
    const of = (nfa: boolean, more: Partial<CinExtract>) => cin(2025, [episode({ nfa })], more)
    const march = of(true, { referenceDate: day('2025-03-31'), writtenAt: '2025-04-01T09:00:00' })
    const june = of(false, { referenceDate: day('2024-06-30'), writtenAt: '2025-05-01T09:00:00' })
    expect(only([march, june])?.episodes).toMatchObject([{ nfa: true }])
    const again = of(false, { referenceDate: day('2025-03-31'), writtenAt: '2025-04-02T09:00:00' })
    expect(only([again, march])?.episodes).toMatchObject([{ nfa: false }])
    expect(only([of(true, {}), of(false, {})])?.episodes).toMatchObject([{ nfa: false }])
  })

  test('without a header are the oldest, and one that names only its reference date is of the year that ends after it', () => {
    const bare = cin(null, [episode({ nfa: true })])
    expect(only([late, bare])?.episodes).toMatchObject([{ nfa: false }])
    const dated = cin(null, [episode({ nfa: true })], { referenceDate: day('2025-06-30') })
    expect(only([dated, late])?.episodes).toMatchObject([{ nfa: true }])
  })

  test('keep what an earlier one said where the later says nothing', () => {
    expect(only([early, cin(2025, [episode({ nfa: null })])])?.episodes).toMatchObject([{ nfa: true }])
  })

  test('on another day are two episodes, in order', () => {
    const other = cin(2024, [episode({ referred: day('2024-07-01') }), episode({ referred: day('2024-01-01') })])
    expect(only([late, other])?.episodes.map(({ referred }) => referred)).toEqual(
      ['2024-01-01', '2024-05-01', '2024-07-01'].map(day),
    )
  })
})

describe('An assessment', () => {
  const of = (...assessments: Assessment[]) => [episode({ assessments })]

  test('that two files tell of is one, with the factors of the later', () => {
    const [first, second] = [assessment('2024-05-02', '2024-06-01', 1), assessment('2024-05-02', '2024-06-01', 2)]
    expect(only([cin(2025, of(second)), cin(2024, of(first))])?.episodes[0]?.assessments).toEqual([second])
  })

  test('that one file tells twice has the factors of both', () => {
    const twice = of(assessment('2024-05-02', '2024-06-01', 1), assessment('2024-05-02', '2024-06-01', 4))
    expect(only([cin(2024, twice)])?.episodes[0]?.assessments).toEqual([assessment('2024-05-02', '2024-06-01', 5)])
  })

  test('that was open is the one that a later file calls authorised, but not another one of its own file', () => {
    const open = assessment('2024-05-02', null)
    const done = assessment('2024-05-02', '2024-06-01', 1)
    expect(only([cin(2024, of(open)), cin(2025, of(done))])?.episodes[0]?.assessments).toEqual([done])
    expect(only([cin(2024, of(open, done))])?.episodes[0]?.assessments).toEqual([open, done])
    const elsewhere = assessment('2024-05-03', '2024-06-01', 1)
    expect(only([cin(2024, of(open)), cin(2025, of(elsewhere))])?.episodes[0]?.assessments).toEqual([open, elsewhere])
  })

  test('that was authorised on another day is another one', () => {
    const [first, second] = [assessment('2024-05-02', '2024-06-01'), assessment('2024-05-02', '2024-06-02')]
    expect(only([cin(2024, of(first)), cin(2025, of(second))])?.episodes[0]?.assessments).toHaveLength(2)
  })
})

test('A plan is the same by the day that it started, and how many there were before is taken from the later file that says so', () => {
  const plans = (previous: number | null) => [episode({ plans: [{ started: day('2024-06-01'), previous }] })]
  const of = (...files: CinExtract[]) => only(files)?.episodes[0]?.plans
  expect(of(cin(2024, plans(0)), cin(2025, plans(2)))).toEqual([{ started: day('2024-06-01'), previous: 2 }])
  expect(of(cin(2024, plans(0)), cin(2025, plans(null)))).toEqual([{ started: day('2024-06-01'), previous: 0 }])
})

test('A child who is written twice in one file is one child, and one without an episode is still in the census', () => {
  const twice = cin(2024, [
    episode({ nfa: true }),
    episode({ assessments: [assessment('2024-05-02', '2024-06-01', 2)] }),
  ])
  const { children } = stack([file({ ...twice, children: ['A1', 'A1', 'B2'] })])
  expect([...children.keys()]).toEqual(['A1', 'B2'])
  expect(children.get('A1')?.episodes).toEqual([
    expect.objectContaining({ nfa: false, assessments: [expect.anything()] }),
  ])
  expect(children.get('B2')).toMatchObject({ inCin: true, episodes: [] })
})

test('Of a referral flagged twice in a file yes goes before no before unknown; of two files the later counts', () => {
  const flags = (...said: ('yes' | 'no' | 'unknown')[]): Extract => ({
    kind: 'referral-flags',
    flags: said.map((abuse, place) => ({ child: 'A1', on: day('2024-05-01'), abuse, line: place + 2 })),
    dates: null,
  })
  expect(only([flags('no', 'yes', 'unknown')])?.flags).toMatchObject([{ abuse: 'yes', line: 3 }])
  expect(only([flags('unknown', 'no')])?.flags).toMatchObject([{ abuse: 'no', line: 3 }])
  expect(only([flags('yes'), flags('unknown')])?.flags).toMatchObject([{ abuse: 'unknown', line: 2 }])
})

describe('Who was taken into care', () => {
  const starts = (...days: string[]) => days.map((on) => ({ child: 'A1', on: day(on) }))
  const care: Extract = {
    kind: 'ssda903',
    starts: starts('2024-05-01', '2024-05-01', '2024-08-01'),
    unaccompanied: [],
    dates: null,
  }
  const annex: Extract = {
    kind: 'annex-a',
    careStarts: starts('2024-05-02', '2024-08-01', '2024-11-01'),
    referrals: null,
    planStarts: null,
    unaccompanied: ['A1'],
    dates: null,
  }
  const startsOf = (files: StackFile[]) => stack(files).children.get('A1')?.careStarts

  test('is said by list 8 of Annex A only in quarters that no SSDA903 return covers', () => {
    const covers = { from: day('2024-04-01'), to: day('2024-10-01') }
    expect(startsOf([file(annex), file(care, covers)])).toEqual(['2024-05-01', '2024-08-01', '2024-11-01'].map(day))
    const less = { from: day('2024-04-02'), to: day('2024-10-01') }
    expect(startsOf([file(annex), file(care, less)])).toEqual(
      ['2024-05-01', '2024-05-02', '2024-08-01', '2024-11-01'].map(day),
    )
  })

  test('is counted once a day, and whether a child is unaccompanied comes from any file', () => {
    expect(startsOf([file(care), file(care)])).toEqual(['2024-05-01', '2024-08-01'].map(day))
    expect(stack([file(care), file(annex)]).children.get('A1')?.unaccompanied).toBe(true)
    expect(stack([file(care)]).children.get('A1')).toMatchObject({ unaccompanied: false, inCin: false })
  })
})

test('A file may cover days that do not follow on; a census covers what its header says, or else what is said of it', () => {
  const of = (year: number): Span => ({ from: day(`${year}-04-01`), to: day(`${year + 1}-04-01`) })
  const care: Extract = { kind: 'ssda903', starts: [], unaccompanied: [], dates: null }
  expect(stack([file(care, of(2020), of(2023), of(2022))]).covered.ssda903).toEqual([
    of(2020),
    { from: of(2022).from, to: of(2023).to },
  ])
  expect(stack([file(cin(2025, []), of(2020)), file(cin(null, []), of(2021))]).covered.cin).toEqual([
    of(2021),
    of(2024),
  ])
})

test('Censuses of two authorities are named, for whoever must refuse them', () => {
  const files = [cin(2024, []), cin(2025, [], { authority: '998' }), cin(2025, [], { authority: null })]
  expect(stack(files.map((extract) => file(extract))).authorities).toEqual(['998', '999'])
})

test('A child with very many rows takes no longer than many children with few', () => {
  const at = (place: number): string => new Date((15_000 + place) * 86_400_000).toISOString().slice(0, 10)
  const many = Array.from({ length: 40_000 }, (_, place) =>
    episode({ referred: 15_000 + (place % 9000), assessments: [assessment(at(0), at(place % 20_000), place % 8)] }),
  )
  const cpu = process.cpuUsage()
  const child = only([cin(2024, many)])
  expect(child?.episodes).toHaveLength(9000)
  // A few tens of milliseconds here; a comparison of every row with every other would take minutes.
  expect(process.cpuUsage(cpu).user / 1e6).toBeLessThan(10)
})
