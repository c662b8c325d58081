import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { localDate } from '#platform/dates.ts'
import { readStaffList } from './staff-list.ts'

const teams = [
  { id: 'mash', name: 'MASH', closedOn: null },
  { id: 'old', name: 'Old team', closedOn: localDate('2024-04-01') },
]
const read = (...lines: string[]) => readStaffList(lines.join('\n'), teams)
const said = (...lines: string[]) =>
  read(...lines).problems.map(({ line, column, says }) => `${line} ${column ?? '-'}: ${says}`)

describe('a list that can be read', () => {
  test('gives people with their team and half-open dates, in whatever order the columns stand', () => {
    expect(read('Started,Name,LEFT,team,Job Role', '1/9/2025,Anna Lee,31/12/2026, mash ,Social worker')).toEqual({
      lines: [
        {
          line: 2,
          name: 'Anna Lee',
          jobRole: 'Social worker',
          team: teams[0],
          starts: '2025-09-01',
          ends: '2027-01-01',
        },
      ],
      problems: [],
    })
  })

  test('may be copied from a spreadsheet, saved with semicolons, or begin with a byte order mark', () => {
    for (const text of [
      'name\tstarted\nAnna Lee\t2025-09-01',
      'name;started\nAnna Lee;2025-09-01',
      '\ufeffname,started\r\n"Anna Lee",01.09.2025\r\n',
    ])
      expect(readStaffList(text, teams).lines).toEqual([{ line: 2, name: 'Anna Lee', starts: '2025-09-01' }])
  })

  test('keeps a cell that looks like a formula as the text that it is', () => {
    expect(read('name,job role,started', '"=HYPERLINK(""http://x"")",@SUM(1),2025-09-01').lines[0]).toMatchObject({
      name: '=HYPERLINK("http://x")',
      jobRole: '@SUM(1)',
    })
  })

  test('tells an empty cell, which empties, from a column that is not there, which changes nothing', () => {
    const [line] = read('name,started,team,left', 'Anna Lee,2025-09-01,,').lines
    expect(line).toEqual({ line: 2, name: 'Anna Lee', starts: '2025-09-01', team: null, ends: null })
  })
})

describe('a list that cannot', () => {
  test('names line and column of everything that is wrong, at once', () => {
    expect(
      said(
        'name,team,started,left',
        ',MASH,2025-09-01,',
        'Ben Okoro,Mesh,31/2/2025,',
        'Cas Roy,Old team,2025-09-01,2025-08-31',
      ),
    ).toEqual([
      '2 name: is empty',
      '3 team: there is no team called “Mesh”: add it first',
      '3 started: “31/2/2025” is not a date: write it like 1/9/2026 or 2026-09-01',
      '4 team: Old team was closed on 1 April 2024',
      '4 left: is before the first day, 1 September 2025',
    ])
  })

  test('counts lines as the spreadsheet does, empty ones too', () => {
    expect(said('name,started', '', 'Anna Lee,', '', 'Ben Okoro,x')).toEqual([
      '3 started: is empty',
      '5 started: “x” is not a date: write it like 1/9/2026 or 2026-09-01',
    ])
  })

  test('says which column is missing, unknown or double', () => {
    expect(said('name,name,age', 'Anna,Lee,7')).toEqual([
      '1 name: this column stands twice',
      '1 -: there is no column called “age”: the columns are name, job role, team, started, left',
      '1 started: this column is missing',
    ])
  })

  test('says that nobody is on it, that a name stands twice, that a cell is too many', () => {
    expect(said('name,started')).toEqual(['2 -: there is nobody on the list'])
    expect(said('name,started', 'Anna Lee,2025-09-01', 'ANNA  lee,2024-09-01')).toEqual([
      '3 name: ANNA  lee stands on line 2 already: add the second of two people by hand',
    ])
    expect(said('name,started', 'Lee, Anna,2025-09-01')[1]).toContain('has more cells than there are columns')
  })

  test('says where a quotation mark is left open', () => {
    const [problem] = read('name,started', '"Anna Lee,2025-09-01').problems
    expect(problem?.says).toContain('quotation mark')
    expect(said('name,started', `Anna${String.fromCharCode(0)},2025-09-01`)).toEqual([
      '2 name: has characters that cannot be printed',
    ])
  })

  test('is refused above five thousand people, not half read', () => {
    const { lines, problems } = read(
      'name,started',
      ...Array.from({ length: 5001 }, (_, n) => `Person ${n},2025-09-01`),
    )
    expect([lines.length, problems.length]).toEqual([0, 1])
  })
})

test('Whatever is pasted, it is read or refused with a line, never thrown', () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 200 }),
      fc.constantFrom('', 'name,started\n', 'name\tstarted\n'),
      (text, head) => {
        const { lines, problems } = readStaffList(head + text, teams)
        expect(lines.length + problems.length).toBeGreaterThan(0)
        for (const { line } of problems) expect(line).toBeGreaterThan(0)
      },
    ),
  )
})
