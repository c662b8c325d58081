import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findLocations } from './find.ts'

const found = (text: string): string[] =>
  findLocations(text).map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`)

describe('A location is found', () => {
  test.each([
    ['postcode', 'They moved to e8 4ph.', 'e8 4ph'],
    ['postcode', 'E84PH', 'E84PH'],
    ['postcode', 'It ends on E8\n4PH', 'E8\n4PH'],
    ['postcode', 'E8  –  4PH', 'E8  –  4PH'],
    ['postcode', 'Ｅ８\u3000４ＰＨ', 'Ｅ８\u3000４ＰＨ'],
    ['postcode', 'E 8 4 P H', 'E 8 4 P H'],
    ['postcode', 'E8 OPH with O for nought', 'E8 OPH'],
    ['postcode', 'LondonSW1A1AA', 'SW1A1AA'],
    ['postcode', 'E8\u200b 4\u00adPH', 'E8\u200b 4\u00adPH'],
    ['telephone', 'call 07700 900123 now', '07700 900123'],
    ['telephone', '07700.900.123', '07700.900.123'],
    ['telephone', '077 009 001 23', '077 009 001 23'],
    ['telephone', '0044 7700900123', '0044 7700900123'],
    ['telephone', '7700 900 123', '7700 900 123'],
    ['telephone', '0 7 7 0 0 9 0 0 1 2 3', '0 7 7 0 0 9 0 0 1 2 3'],
    ['telephone', 'Met 01/02/2024 020 7946 0123', '020 7946 0123'],
    ['telephone', 'phone her on 7946 0123', '7946 0123'],
    ['telephone', '+33 1 23 45 67 89', '33 1 23 45 67 89'],
    ['telephone', '+44 (0)7700 900 123', '44 (0)7700 900 123'],
    ['email', 'write to l.price@mail.example.', 'l.price@mail.example'],
    ['street address', 'at 14 rosebery road today', '14 rosebery road'],
    ['street address', 'at 14a Rosebery Rd', '14a Rosebery Rd'],
    ['street address', '12-14, St John’s Wood Lane', '12-14, St John’s Wood Lane'],
    ['street address', 'in Flat 3b', 'Flat 3b'],
    ['street address', 'she was seen in Rosebery Road', 'Rosebery Road'],
    ['school or refuge', 'at St Mary’s Primary School now', 'St Mary’s Primary School'],
    ['school or refuge', 'goes to Our Lady of Lourdes RC Primary\nSchool', 'Our Lady of Lourdes RC Primary\nSchool'],
    ['school or refuge', 'the Rosehaven refuge', 'Rosehaven refuge'],
  ])('as a %s: %j', (kind, text, part) => {
    expect(found(text)).toEqual([`${kind}: ${part}`])
  })

  test.each([
    'On 01/02/2024 at 10.30 he came',
    '12.03.2024, 2024-03-12, 3 March 2026',
    'NHS 943 476 5919',
    'It cost £07700900123 or 1,250.00',
    'case 20240012345, F-ASHW2345',
    'He went 3 times down the street',
    'After 14 days on the road',
    'the primary school and the school',
    'to 2 be, A4 2nd, at 4pm',
    'Years 2019 to 2024, ages 4, 7 and 12',
  ])('and not in %j', (text) => {
    expect(found(text)).toEqual([])
  })
})

test('Whatever stands around it, a postcode between spaces is found, and places lie within the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (before, after) => {
      const text = `${before} . . . . . . . . . . \n; e8 4ph ; ${after}`
      const all = findLocations(text)
      for (const { start, end } of all) expect(start < end && end <= text.length && start >= 0).toBe(true)
      const at = text.indexOf('e8 4ph', before.length)
      expect(all.some(({ start, end }) => start <= at && end >= at + 6)).toBe(true)
    }),
  )
})

test('A megabyte made to be slow is looked through in linear time', () => {
  const times = [16, 4].map((divisor) => {
    const size = 1_000_000 / divisor
    const begun = process.cpuUsage()
    for (const unit of ['a', '1 ', 'A ', 'a@', '14 a ', 'St M ', '((((', '+0-', 'E8 ', 'a.b-', '0 0', 'Mary’ '])
      findLocations(unit.repeat(size / unit.length))
    const { user, system } = process.cpuUsage(begun)
    return (user + system) / 1000
  })
  // Four times the text: four times as long, with room for a busy machine; what is quadratic takes sixteen.
  expect((times[1] ?? 0) / Math.max(times[0] ?? 0, 20)).toBeLessThan(10)
}, 60_000)
