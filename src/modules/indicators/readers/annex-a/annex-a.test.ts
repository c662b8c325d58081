import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { sample } from '../cin/fixtures/samples.ts'
import { type AnnexExtract, type ChildDay, dateOfDay } from '../extract.ts'
import { type MadeSheet, rowOf, workbookOf } from '../workbook/fixtures/workbook.ts'
import { readAnnex } from './index.ts'
import { isShortBreaks, isYes, listOfSheet } from './lists.ts'

const read = async (bytes: Uint8Array, name = 'annex.xlsx') => {
  const made = await readAnnex({ name, bytes })
  if ('refused' in made) return made
  // `readAnnex` makes no other extract.
  const { careStarts, referrals, planStarts, unaccompanied, dates } = made.extract as AnnexExtract
  const days = (list: readonly ChildDay[] | null) => list?.map(({ child, on }) => `${child} ${dateOfDay(on)}`) ?? null
  return {
    careStarts: days(careStarts),
    referrals: days(referrals),
    planStarts: days(planStarts),
    unaccompanied,
    dates: dates === null ? null : [dateOfDay(dates.from), dateOfDay(dates.to)],
    rows: made.rows,
    faults: made.faults.map(({ file, line, field, rule, severity }) => [file, line, field, rule, severity].join(' ')),
  }
}
const readSheets = (...sheets: readonly MadeSheet[]) => read(workbookOf({ sheets }))

const day = { serial: 45_383 }
const list3 = (name: string): MadeSheet => ({
  name,
  rows:
    rowOf(1, ['Child Unique ID', 'Date of referral ']) +
    rowOf(2, [12, day]) +
    rowOf(3, ['13a', '02/04/2024']) +
    rowOf(4, [12, day]),
})
const list8 = (name: string, ...rows: readonly string[]): MadeSheet => ({
  name,
  rows:
    rowOf(1, ['List 8: Children in care']) +
    rowOf(2, [
      'Child Unique ID',
      'Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N))',
      'Date Started to be Looked After',
      'Child’s Legal Status',
    ]) +
    rows.join(''),
})

describe('Lists', () => {
  test('are read by their columns in row 1 or under a title, and what is missing is null and not empty', async () => {
    expect(await readSheets(list3('Whatever'), list8('Other'))).toEqual({
      referrals: ['12 2024-04-01', '13A 2024-04-02'],
      careStarts: [],
      planStarts: null,
      unaccompanied: [],
      dates: ['2024-04-01', '2024-04-03'],
      rows: { list3: 3, list8: 0, shortBreaks: 0, unaccompanied: 0 },
      faults: [],
    })
  })

  test('list 8 says who is unaccompanied, and leaves series of short breaks out', async () => {
    const found = await readSheets(
      list8(
        'List 8',
        rowOf(3, [1, 'a) Yes', day, 'C2: FCO']),
        rowOf(4, [2, 'b) No', day, 'l) V3: Short term breaks, episodes recorded']),
        rowOf(5, [3, 'Y', day, 'V4']),
        rowOf(6, [4, null, day, 'V2: Single period under S20']),
      ),
    )
    expect(found).toMatchObject({
      careStarts: ['1 2024-04-01', '4 2024-04-01'],
      unaccompanied: ['1', '3'],
      rows: { list8: 4, shortBreaks: 2, unaccompanied: 2 },
    })
  })

  test('faults are said at the sheet, row and column; rows of formulas below the table once', async () => {
    const found = await readSheets(
      list8(
        'List_8',
        rowOf(3, [1, 'No', '31/04/2024']),
        rowOf(4, [2]),
        rowOf(5, [null, 'No', day]),
        rowOf(9, [null, 'b) No']),
        rowOf(10, [null, 'b) No']),
      ),
    )
    expect(found).toMatchObject({
      careStarts: [],
      rows: { list8: 3 },
      faults: [
        'annex.xlsx, List_8 3 Date Started to be Looked After date fault',
        'annex.xlsx, List_8 4 Date Started to be Looked After date fault',
        'annex.xlsx, List_8 5 Child Unique ID child-missing fault',
        'annex.xlsx, List_8 9 Child Unique ID hollow query',
      ],
    })
  })

  test('a sheet that is called list 8 and has other columns is a fault, and the list stays null', async () => {
    const sheet = { name: 'list8 CLA', rows: rowOf(1, ['Child Unique ID', 'Start']) + rowOf(2, [1, day]) }
    expect(await readSheets(list3('List 3'), sheet)).toMatchObject({
      careStarts: null,
      faults: ['annex.xlsx, list8 CLA  Date Started to be Looked After no-columns fault'],
    })
  })

  test('the same list twice is refused, since one of them is old', async () => {
    expect(await readSheets(list3('List 3'), list3('List 3 (old)'))).toMatchObject({
      refused: expect.stringMatching(/Two sheets/),
    })
  })

  test('a workbook with none of the lists, an old one and a PDF are refused', async () => {
    expect(await readSheets({ name: 'List 1', rows: rowOf(1, ['Child Unique ID', 'Date of Contact']) })).toMatchObject({
      refused: expect.stringMatching(/None of lists 3/),
    })
    expect(await read(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))).toMatchObject({
      refused: expect.stringMatching(/old Excel/),
    })
    expect(await read(Buffer.from('%PDF'))).toMatchObject({ refused: expect.stringMatching(/PDF/) })
  })

  test('dates with the month first refuse the workbook', async () => {
    const rows =
      rowOf(1, ['Child Unique ID', 'Date of referral']) +
      [13, 14, 15].map((at) => rowOf(at, [at, `06/${at}/2024`])).join('')
    expect(await readSheets({ name: 'List 3', rows })).toMatchObject({ refused: expect.stringMatching(/month first/) })
  })

  test('one list may come as a CSV file', async () => {
    const text = 'Child Unique ID,Child Protection Plan Start Date\n7,01/04/2024\n'
    expect(await read(Buffer.from(text), 'list7.csv')).toMatchObject({
      planStarts: ['7 2024-04-01'],
      careStarts: null,
      rows: { list7: 1 },
    })
  })
})

describe('What is written in different ways', () => {
  test.each([
    ['List 8', 8],
    ['List_8', 8],
    ['list8 CLA', 8],
    ['LIST 03 - Referrals', 3],
    ['List 10', null],
    ['List 18', null],
    ['List 80', null],
    ['Guidance', null],
  ])('the sheet %j is list %s', (name, list) => {
    expect(listOfSheet(name)).toBe(list)
  })

  test('yes and short breaks are known with and without the letter before them', () => {
    expect(['a) Yes', 'Yes', 'y', 'TRUE', 'a)Yes'].every(isYes)).toBe(true)
    expect(['b) No', '', 'Yesterday', 'Not yet'].some(isYes)).toBe(false)
    expect(['V3', 'v4: x', 'm) V4: Short term breaks'].every(isShortBreaks)).toBe(true)
    expect(['V2', 'C2', '', 'V30', 'J3'].some(isShortBreaks)).toBe(false)
  })
})

const filled = sample('../annex-a/Annex_A_2024_Jan.xlsx')
const template = sample('../annex-a/ofsted-template-2019.xlsx')

if (filled !== null && template !== null)
  describe('The samples of other projects', () => {
    test('a workbook with the names of columns in row 1 is read', async () => {
      expect(await read(readFileSync(filled))).toMatchObject({
        rows: { list3: 6, list7: 7, list8: 5 },
        careStarts: [
          '1761444 2009-08-06',
          '1373595 2009-08-06',
          '14065184 2014-09-12',
          '2529037 2010-02-24',
          '3623204 2008-10-22',
        ],
        faults: [],
      })
    })

    test('Ofsted’s own template, with titles and guidance and no children, has three empty lists', async () => {
      expect(await read(readFileSync(template))).toMatchObject({
        careStarts: [],
        referrals: [],
        planStarts: [],
        faults: [],
      })
    })
  })
