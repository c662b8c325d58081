import { expect, test } from 'vitest'
import { numberFormat } from './number-format.ts'

test.for([
  [0.0578, '5.8%', '0.0%'],
  [5.78, '5.8%', '0.0"%"'],
  [0.0578, '6 %', '0 %'],
  [1234567, '1,234,567', '#,##0'],
  [0.1, '0.10', '0.00'],
  [-0.05, '-0.05', '0.00'],
  [0, '0%', '0%'],
] as const)('%d printed as %s takes the format %s', ([value, text, format]) => {
  expect(numberFormat(value, text)).toBe(format)
})

test('a printed text that is not the number rounded leaves the number to show itself', () => {
  expect(numberFormat(9, '9 of 10')).toBeNull()
  expect(numberFormat(0.0875, '0.08')).toBeNull()
  expect(numberFormat(5, '-5')).toBeNull()
  expect(numberFormat(5, 'five')).toBeNull()
})
