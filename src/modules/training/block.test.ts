import { expect, test } from 'vitest'
import { localDate } from '#platform/dates.ts'
import { type Block, blockDays, blockName, blockState, nextStep } from './block.ts'

const today = localDate('2026-03-03')
const block = (starts: string, ends: string, attended: number | null = null): Block => ({
  id: 'b',
  course: 'Core',
  number: 3,
  mode: 'live',
  starts: localDate(starts),
  ends: localDate(ends),
  place: 'Town hall',
  attended,
})

test('A block is named by its course and number, and a day alone is not a range', () => {
  expect(blockName(block('2026-03-03', '2026-03-04'))).toBe('Core, block 3')
  expect(blockDays(block('2026-03-03', '2026-03-04'))).toBe('3 March 2026')
  expect(blockDays(block('2026-03-03', '2026-03-07'))).toBe('3 March 2026 to 6 March 2026')
})

test('On its last day a block is still under way, the day after it is finished', () => {
  expect(blockState(block('2026-03-04', '2026-03-08'), today)).toBe('to come')
  expect(blockState(block('2026-02-28', '2026-03-04'), today)).toBe('under way')
  expect(blockState(block('2026-02-27', '2026-03-03'), today)).toBe('finished')
})

test('A finished block with nobody on its register asks for the register, but only from whoever sees everybody', () => {
  const finished = block('2026-02-01', '2026-02-05', 0)
  expect(nextStep(finished, today, true)).toEqual({ text: 'Enter the register', due: true })
  expect(nextStep(finished, today, false)).toEqual({ text: 'Nothing due', due: false })
  expect(nextStep(block('2026-02-01', '2026-02-05', 9), today, true).due).toBe(false)
})

test('What comes next says when', () => {
  expect(nextStep(block('2026-03-17', '2026-03-21'), today, true).text).toBe('Begins in two weeks')
  expect(nextStep(block('2026-03-02', '2026-03-06'), today, true).text).toBe('Last day 5 March 2026')
})
