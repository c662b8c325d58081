import { expect, test } from 'vitest'
import { linesFor } from './home/sections.ts'
import { type AuditRound, byWave, dueFirst, nextStep, sampleText, smallness, waveName } from './round.ts'

const round = (wave: number, cases: number, state: AuditRound['state'] = 'held', borough = 'Alder'): AuditRound => ({
  borough,
  wave,
  state,
  sample: 'random',
  population: '',
  period: '',
  cases,
})
const fellThrough = 'planned and not completed'

test('The first wave is the baseline, and fewer than ten files say a direction only', () => {
  expect([waveName(1), waveName(2)]).toEqual(['Baseline (wave 1)', 'Follow-up (wave 2)'])
  expect([smallness(5), smallness(1), smallness(10), smallness(0)]).toEqual([
    '5 cases: direction only',
    '1 case: direction only',
    null,
    null,
  ])
})

test('A round that fell through is due; the last one held asks for the next wave', () => {
  const all = [round(1, 20), round(2, 0, fellThrough), round(2, 9, 'held', 'Birch')]
  expect(all.map((each) => nextStep(each, all).text)).toEqual([
    'Nothing due',
    'Complete it, or record why it fell through',
    'Plan wave 3',
  ])
  expect(all.map((each) => nextStep(each, all).due)).toEqual([false, true, false])
})

test('A round that fell through is not due any more once a later wave was held', () => {
  const all = [round(1, 20), round(2, 0, fellThrough), round(3, 15), round(4, 0, fellThrough)]
  expect(all.map((each) => [each.wave, ...Object.values(nextStep(each, all))])).toEqual([
    [1, 'Nothing due', false],
    [2, 'Nothing due: wave 3 was held since', false],
    [3, 'Nothing due', false],
    [4, 'Complete it, or record why it fell through', true],
  ])
  expect(dueFirst(all).map(({ wave }) => wave)).toEqual([4, 3, 2, 1])
  expect(linesFor(all).map(({ text, due }) => [text, due])).toEqual([
    ['Follow-up (wave 4) was planned and not completed', true],
    ['2 rounds held, 35 case files read', false],
  ])
  // What another borough held says nothing of this one.
  expect(nextStep(round(2, 0, fellThrough), [...all.slice(0, 2), round(3, 15, 'held', 'Birch')]).due).toBe(true)
})

test('How files were chosen is one text of what is recorded', () => {
  const with3 = { ...round(1, 9), sample: 'random', population: 'closed cases', period: '2022' }
  expect(sampleText(with3)).toBe('random, from closed cases, 2022')
  expect(sampleText({ ...with3, sample: '', period: '' })).toBe('closed cases')
  expect(sampleText({ ...with3, sample: '', population: '', period: '' })).toBeNull()
})

test('Waves count what was held and what was not, and only files of rounds that were held', () => {
  expect(byWave([round(2, 0, fellThrough), round(1, 20), round(1, 10, 'held', 'Birch')])).toEqual([
    { wave: 1, held: 2, notCompleted: 0, cases: 30 },
    { wave: 2, held: 0, notCompleted: 1, cases: 0 },
  ])
})

test('Home names the round that fell through', () => {
  expect(linesFor([round(1, 20), round(2, 0, fellThrough)]).map(({ text, due }) => [text, due])).toEqual([
    ['Follow-up (wave 2) was planned and not completed', true],
    ['1 round held, 20 case files read', false],
  ])
})
