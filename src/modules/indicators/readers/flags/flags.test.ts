import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { dateOfDay, type FlagExtract } from '../extract.ts'
import { rowOf, workbookOf } from '../workbook/fixtures/workbook.ts'
import { type FlagMapping, flagMapping, lookAtTable, readFlags, standardMapping } from './index.ts'

const file = (text: string | Uint8Array, name = 'flags.csv') => ({
  name,
  bytes: typeof text === 'string' ? Buffer.from(text) : text,
})

const read = async (text: string | Uint8Array, mapping: Partial<FlagMapping> = {}) => {
  const made = await readFlags(file(text), { ...standardMapping, ...mapping })
  if ('refused' in made) return made
  // `readFlags` makes no other extract.
  const { flags, dates } = made.extract as FlagExtract
  return {
    flags: flags.map(({ child, on, abuse, line }) => `${line}: ${child} ${dateOfDay(on)} ${abuse}`),
    dates: dates === null ? null : [dateOfDay(dates.from), dateOfDay(dates.to)],
    rows: made.rows,
    faults: made.faults.map(({ line, field, rule, severity }) => [line, field, rule, severity].join(' ')),
    unmapped: made.unmapped,
    said: made.faults.map(({ said }) => said).join('\n'),
  }
}

const head = 'child_id,referral_date,dv_at_referral\n'

describe('Reading by the mapping', () => {
  test('yes and no are what the mapping says, and all else is unknown and counted by value', async () => {
    expect(
      await read(`${head}1,2024-04-01,Y\n2,01/04/2024,n\n3,2024-04-03,Maybe\n4,2024-04-04,\n5,2024-04-05,MAYBE \n`),
    ).toMatchObject({
      flags: [
        '2: 1 2024-04-01 yes',
        '3: 2 2024-04-01 no',
        '4: 3 2024-04-03 unknown',
        '5: 4 2024-04-04 unknown',
        '6: 5 2024-04-05 unknown',
      ],
      dates: ['2024-04-01', '2024-04-06'],
      rows: { rows: 5, referrals: 5, yes: 1, no: 1, unknown: 3 },
      unmapped: [
        { value: 'Maybe', rows: 2 },
        { value: '', rows: 1 },
      ],
      faults: [' dv_at_referral unmapped query'],
    })
  })

  test('the same child and day is one referral: yes wins over no, and no over unknown, whichever comes first', async () => {
    const rows = [
      'a,2024-04-01,',
      'A,01/04/2024,N',
      'a ,2024-04-01,Y',
      'a,2024-04-01,N',
      'a,2024-04-02,N',
      'a,2024-04-02,U',
    ]
    expect(await read(head + rows.join('\n'))).toMatchObject({
      flags: ['4: A 2024-04-01 yes', '6: A 2024-04-02 no'],
      rows: { rows: 6, referrals: 2 },
    })
  })

  test('columns, values and the order of dates are the borough’s own, in any order and case', async () => {
    const text = 'Worker;DA  flag;Date Of Referral;Case No.\nx;Yes - DA;06/13/2024;7\ny;none  KNOWN;06/02/2024;8\n'
    const mapping: Partial<FlagMapping> = {
      child: 'Case No.',
      date: 'date of referral',
      flag: 'DA flag',
      yes: ['yes - da'],
      no: ['None known'],
      dateForm: 'month-first',
    }
    expect(await read(text, mapping)).toMatchObject({
      flags: ['2: 7 2024-06-13 yes', '3: 8 2024-06-02 no'],
      faults: [],
    })
  })

  test('a workbook is read where its columns are, with real dates and yes-or-no cells', async () => {
    const sheets = [
      { name: 'About', rows: rowOf(1, ['Made', 'by', 'hand']) },
      {
        name: 'Data',
        rows: `${rowOf(1, ['child_id', 'referral_date', 'dv_at_referral'])}<row r="3"><c r="A3"><v>12</v></c><c r="B3" s="1"><v>45383</v></c><c r="C3" t="b"><v>1</v></c></row>`,
      },
    ]
    expect(await read(workbookOf({ sheets }), { yes: ['True'] })).toMatchObject({ flags: ['3: 12 2024-04-01 yes'] })
    expect(
      await read(workbookOf({ sheets: [...sheets, { ...sheets[1], name: 'Old' } as (typeof sheets)[0]] })),
    ).toMatchObject({
      refused: expect.stringMatching(/Two sheets/),
    })
  })

  test('faults are said at the line under the borough’s own name of the column, and repeat nothing of it', async () => {
    const found = await read(
      `${head},2024-04-01,Y\n1.23E+11,2024-04-01,Y\nSECRET,31/04/2024,Y\nSECRET,,Y\nSECRET,01/04/24,Y\n`,
    )
    expect(found).toMatchObject({
      flags: [],
      faults: [
        '2 child_id child-missing fault',
        '3 child_id child-number fault',
        '4 referral_date date fault',
        '5 referral_date date fault',
        '6 referral_date date fault',
      ],
    })
    expect('said' in found && found.said).not.toMatch(/SECRET|31\/04|01\/04/)
  })

  test('a referral’s own id with two children or days is said, and both are counted', async () => {
    const text =
      'child_id,referral_date,dv_at_referral,ref\n1,2024-04-01,Y,R1\n1,2024-04-01,N,R1\n2,2024-04-02,N,R1\n3,2024-04-02,N,\n4,2024-04-02,N,\n'
    expect(await read(text, { referral: 'ref' })).toMatchObject({
      faults: ['4 ref referral-twice query'],
      rows: { referrals: 4 },
    })
  })

  test('a column of more than 50 different values is no flag, and none of them is repeated; long ones are cut', async () => {
    const rows = (most: number) =>
      head + Array.from({ length: most }, (_, at) => `${at},2024-04-01,Sam Example ${at}`).join('\n')
    expect(await read(rows(51))).toMatchObject({ unmapped: null, rows: { unknown: 51 } })
    const some = await read(rows(50))
    expect('unmapped' in some && some.unmapped?.length).toBe(50)
    expect(await read(`${head}1,2024-04-01,${'x'.repeat(60)}`)).toMatchObject({
      unmapped: [{ value: 'x'.repeat(40), rows: 1 }],
    })
  })

  test('columns that are not there, no rows, dates in the other order and a PDF are refused with what to do', async () => {
    expect(await read('child_id,referral_date,da\n1,2024-04-01,Y')).toMatchObject({
      refused: expect.stringMatching(/the column “dv_at_referral” among/),
    })
    expect(await read('a,b\n1,2')).toMatchObject({
      refused: expect.stringMatching(/“child_id”, “referral_date”, “dv_at_referral”/),
    })
    expect(await read(head)).toMatchObject({ refused: expect.stringMatching(/no rows/) })
    expect(await read(`${head}1,06/13/2024,Y\n2,06/14/2024,Y\n3,06/15/2024,Y\n4,06/01/2024,Y`)).toMatchObject({
      refused: expect.stringMatching(/month first/),
    })
    expect(await read(Buffer.from('%PDF'))).toMatchObject({ refused: expect.stringMatching(/PDF/) })
  })

  test('the worked example has 446 referrals, of which 111 with domestic abuse', async () => {
    const bytes = readFileSync(new URL('../../worked-example/referral-flags.csv', import.meta.url))
    expect(await read(bytes)).toMatchObject({
      rows: { rows: 446, referrals: 446, yes: 111, no: 257, unknown: 78 },
      unmapped: [
        { value: 'U', rows: 53 },
        { value: '', rows: 25 },
      ],
    })
  })
})

describe('The mapping', () => {
  const wrong = (change: Record<string, unknown>): string =>
    flagMapping.safeParse({ ...standardMapping, ...change }).error?.issues[0]?.message ?? 'it was accepted'

  test('is accepted as it stands for a standard file', () => {
    expect(flagMapping.parse(standardMapping)).toEqual(standardMapping)
  })

  test.each([
    [{ child: ' ' }, 'Choose a column'],
    [{ child: '??' }, 'The name of a column must have a letter or a number in it'],
    [{ date: 'Child ID' }, 'Choose a different column for each'],
    [{ yes: [] }, 'Enter at least one value that means yes'],
    [{ yes: ['Y', ' n '] }, 'A value cannot mean both yes and no'],
    [{ no: ['x'.repeat(41)] }, 'A value must be 40 characters or fewer'],
    [{ dateForm: 'guess' }, 'Say whether the day or the month stands first'],
    [{ other: 1 }, 'Unrecognized key: "other"'],
  ])('%j is refused: %s', (change, message) => {
    expect(wrong(change)).toBe(message)
  })
})

describe('Looking at a file that is to be mapped', () => {
  test('columns are named as they stand there, and values are shown only where they are few and say nobody', async () => {
    const rows = Array.from(
      { length: 60 },
      (_, at) =>
        `${at},Sam ${at % 3},2024-04-0${(at % 3) + 1},${at % 2 === 0 ? 'Yes' : ''},${100_000 + (at % 3)},${at % 30}`,
    )
    const looked = await lookAtTable(
      file(['Person,Worker,Referred on,DA flag,Code,Number of days', ...rows].join('\n')),
    )
    expect(looked).toEqual({
      sheet: null,
      rows: 60,
      columns: ['Person', 'Worker', 'Referred on', 'DA flag', 'Code', 'Number of days'],
      values: [
        null,
        null,
        null,
        [
          { value: '', rows: 30 },
          { value: 'Yes', rows: 30 },
        ],
        null,
        null,
      ],
    })
  })

  test('a column of which nearly every row has its own value shows none in a short file either', async () => {
    expect(await lookAtTable(file('a,b,flag\nAmy,x,Y\nBob,x,Y\nCat,x,N\nDan,x,N\n'))).toMatchObject({
      values: [
        null,
        [{ value: 'x', rows: 4 }],
        [
          { value: 'N', rows: 2 },
          { value: 'Y', rows: 2 },
        ],
      ],
    })
  })

  test('the sheet with the most rows is meant', async () => {
    const sheets = [1, 3, 2].map((rows) => ({
      name: `Sheet of ${rows}`,
      rows: Array.from({ length: rows + 1 }, (_, at) => rowOf(at + 1, [`a${at}`, `b${at}`, `c${at}`])).join(''),
    }))
    expect(await lookAtTable(file(workbookOf({ sheets })))).toMatchObject({
      sheet: 'Sheet of 3',
      rows: 3,
      columns: ['a0', 'b0', 'c0'],
    })
  })

  test('a file without three named columns is refused', async () => {
    expect(await lookAtTable(file('a,b\n1,2'))).toMatchObject({ refused: expect.stringMatching(/at least 3 columns/) })
  })
})
