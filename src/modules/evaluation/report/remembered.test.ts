import { expect, it } from 'vitest'
import type { Report } from './model.ts'
import { remembered } from './remembered.ts'

// Only who it is matters here, not what is in it.
const made = () => ({}) as Report

it('the same counts give the same report, and one count more gives another', () => {
  const first = remembered('p 2', '{"n": 1}', made)
  expect(remembered('p 2', '{"n": 1}', made)).toBe(first)
  expect(remembered('p 2', '{"n": 2}', made)).not.toBe(first)
})

it('another term with the same counts is another report', () => {
  expect(remembered('p 3', '{"n": 1}', made)).not.toBe(remembered('p 4', '{"n": 1}', made))
})

it('reports that nobody asked for in a while are forgotten', () => {
  const first = remembered('p 5', 'x', made)
  for (let n = 0; n < 30; n += 1) remembered(`q ${n}`, 'x', made)
  expect(remembered('p 5', 'x', made)).not.toBe(first)
})
