import { expect, test } from 'vitest'
import { localDate } from '#platform/dates.ts'
import type { FileKind } from '../readers/extract.ts'
import { coveredBy, neededNext } from './gaps.ts'
import { fileLines } from './home.ts'
import { coversInWords, type ReturnFile } from './return-file.ts'

const file = (kind: FileKind, from: string, to: string, more: Partial<ReturnFile> = {}): ReturnFile => ({
  id: '5f0c2a52-6c53-4f2e-9a55-0d0a4c1b7f10',
  authorityId: '5f0c2a52-6c53-4f2e-9a55-0d0a4c1b7f11',
  kind,
  name: 'a file',
  bytes: 1,
  coversFrom: localDate(from),
  coversTo: localDate(to),
  facts: { rows: {}, year: null, referenceDate: null, authority: null, writtenAt: null, files: 1 },
  faultCount: 0,
  faults: 0,
  queries: 0,
  mappingVersion: null,
  uploadedBy: 'Robin',
  uploadedAt: new Date('2026-01-01'),
  withdrawn: null,
  ...more,
})
const needed = (...files: ReturnFile[]) => neededNext(coveredBy(files))
const annex = (rows: Readonly<Record<string, number>>) =>
  file('annex-a', '2024-04-01', '2025-04-01', {
    facts: { rows, year: null, referenceDate: null, authority: null, writtenAt: null, files: 1 },
  })
const cin = (year: number, more: Partial<ReturnFile> = {}) => file('cin', `${year - 1}-04-01`, `${year}-04-01`, more)

test('Without a census every figure waits for one, whatever else is there', () => {
  const first = 'No children in need census has been uploaded, and every figure needs one. Start with the latest year.'
  expect(needed()).toEqual([first])
  expect(needed(file('ssda903', '2024-04-01', '2025-04-01'))).toEqual([first])
  expect(needed(cin(2025, { withdrawn: { by: 'Robin', at: new Date(), reason: 'wrong' } }))).toEqual([first])
})

test('One census asks for the year before, for care and for the table of referrals; a second one ends the first wish', () => {
  expect(needed(cin(2025))).toEqual([
    'To compute child protection plans, children taken into care and re-referrals for 2024-25, the children in need census of 2023-24 is needed too.',
    'To compute children taken into care for 2024-25, the SSDA903 return of 2024-25 is needed, or Annex A.',
    'To compute domestic abuse at referral for 2024-25, the table of domestic abuse at referral of 2024-25 is needed.',
  ])
  expect(needed(cin(2025), cin(2024))).toHaveLength(2)
  expect(
    needed(cin(2025), cin(2024), annex({ list3: 4, list8: 0 }), file('referral-flags', '2023-04-01', '2025-04-01')),
  ).toEqual([])
})

test('An Annex A without list 8 says nothing of care, however many lists it has', () => {
  expect(needed(cin(2025), annex({ list3: 4, list7: 2 })).join()).toContain('SSDA903')
  expect(needed(cin(2025), annex({ list8: 2 })).join()).not.toContain('SSDA903')
})

test('What covers a part of a year is asked for to its end, and never taken for the whole', () => {
  const part = file('cin', '2024-04-01', '2024-12-31')
  const said = needed(part, cin(2024), file('ssda903', '2024-04-01', '2025-03-31'))
  expect(said).toContain(
    'The children in need census does not reach the end of 2024-25: a later one covers the rest of the year.',
  )
  expect(said.join()).toContain('the SSDA903 return for all of 2024-25 is needed')
  expect(coversInWords(part)).toBe('1 April 2024 to 30 December 2024')
  expect(coversInWords(cin(2000))).toBe('1999-00')
})

test('Home asks the analyst for the first file, then for the census of the year that is over from August on', () => {
  const text = (files: readonly ReturnFile[], today: string) =>
    fileLines(files, localDate(today)).map((line) => [line.text, line.due])
  expect(text([], '2026-01-01')).toEqual([['No change data file has been uploaded yet: upload the first one', true]])
  expect(text([cin(2025)], '2026-07-31')).toEqual([])
  expect(text([cin(2025)], '2026-08-01')).toEqual([
    ['The children in need census of 2025-26 has not been uploaded', true],
  ])
  expect(text([cin(2026)], '2026-08-01')).toEqual([])
})

test('Home says how many faults there are to look at, and of several files how many', () => {
  const lines = (files: readonly ReturnFile[]) => fileLines(files, localDate('2025-12-01'))
  expect(lines([cin(2025, { faults: 1, queries: 4 })])).toEqual([
    {
      text: '1 fault to look at in the children in need census, 2024-25',
      href: '/change-data/files/5f0c2a52-6c53-4f2e-9a55-0d0a4c1b7f10',
      due: false,
    },
  ])
  expect(lines([cin(2025, { faults: 3 }), cin(2024, { faults: 2 })])[0]?.text).toBe(
    '2 change data files have faults to look at',
  )
  expect(lines([cin(2025, { queries: 9 })])).toEqual([])
})
