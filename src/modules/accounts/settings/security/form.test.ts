import { expect, test } from 'vitest'
import { mostMinutesOf, securityForm } from './form.ts'

const said = (most: number, minutes: string) =>
  securityForm(most)
    .safeParse({ code: 'yes', minutes })
    .error?.issues.map(({ message }) => message)

test('where people see cases an unused session ends after 15 minutes at the latest', () => {
  expect([mostMinutesOf('authority'), mostMinutesOf('provider')]).toEqual([15, 15])
  expect([mostMinutesOf('evaluator'), mostMinutesOf('host'), mostMinutesOf('delivery_partner')]).toEqual([60, 60, 60])
  expect(said(15, '15')).toBeUndefined()
  expect(said(15, '16')).toEqual(['Minutes must be a whole number from 5 to 15'])
  expect(said(60, '60')).toBeUndefined()
})
