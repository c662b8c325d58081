import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { sample } from '../cin/fixtures/samples.ts'
import { type CareExtract, dateOfDay } from '../extract.ts'
import { rowOf, workbookOf } from '../workbook/fixtures/workbook.ts'
import { readCare } from './index.ts'

const file = (text: string, name = 'episodes.csv') => ({ name, bytes: Buffer.from(text) })

const read = async (...files: { name: string; bytes: Uint8Array }[]) => {
  const made = await readCare(files)
  if ('refused' in made) return made
  // `readCare` makes no other extract.
  const { starts, unaccompanied, dates } = made.extract as CareExtract
  return {
    starts: starts.map(({ child, on }) => `${child} ${dateOfDay(on)}`),
    unaccompanied,
    dates: dates === null ? null : [dateOfDay(dates.from), dateOfDay(dates.to)],
    rows: made.rows,
    faults: made.faults.map(({ file, line, field, rule, severity }) => [file, line, field, rule, severity].join(' ')),
    said: made.faults.map(({ said }) => said).join('\n'),
  }
}

const head = 'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN'
const episode = (child: string, decom: string, rne = 'S', ls = 'C2', cin = 'N1', dec = '', rec = ''): string =>
  `${child},${decom},${rne},${ls},${cin},U1,PR1,${dec},${rec},,,,`
const episodes = (...rows: readonly string[]): string => [head, ...rows].join('\n')

describe('Starts of care', () => {
  test('are episodes with the reason S, without series of short breaks', async () => {
    const found = await read(
      file(
        episodes(
          episode('1', '01/04/2024'),
          episode('2', '02/04/2024', 'P'),
          episode('3', '03/04/2024', 'S', 'V3'),
          episode('4', '04/04/2024', 'S', 'V4'),
          episode('5', '05/04/2024', 'S', 'V2'),
        ),
      ),
    )
    expect(found).toMatchObject({
      starts: ['1 2024-04-01', '5 2024-04-05'],
      faults: [],
      rows: { children: 5, episodes: 5, starts: 2 },
    })
  })

  test('the same start in the files of two years is one, and ids differ neither by case nor by spaces', async () => {
    const found = await read(
      file(episodes(episode('ab1', '01/04/2024'), episode('2', '01/04/2024')), '2024.csv'),
      file(episodes(episode(' AB1 ', '2024-04-01'), episode('AB1', '01/05/2024')), '2025.csv'),
    )
    expect(found).toMatchObject({
      starts: ['AB1 2024-04-01', '2 2024-04-01', 'AB1 2024-05-01'],
      rows: { children: 2, episodes: 4, starts: 3 },
    })
  })

  test('dates run from the first to the last beginning or end of an episode', async () => {
    const rows = episodes(
      episode('1', '01/04/2024', 'S', 'C2', 'N1', '31/03/2025', 'X1'),
      episode('2', '01/02/2023', 'L'),
    )
    expect(await read(file(rows))).toMatchObject({ dates: ['2023-02-01', '2025-04-01'], faults: [] })
  })
})

describe('Unaccompanied children', () => {
  test('are known by the UASC table, by a mark in the header, or by the day on which it ended', async () => {
    const found = await read(
      file('CHILD,SEX,DOB,DUC\n1,1,01/01/2010,\n', 'a.csv'),
      file(
        'CHILD,SEX,DOB,ETHNIC,UPN,UASC,DUC\n2,M,,WBRI,,Y,\n3,F,,WBRI,,0,\n4,U,,WBRI,,,01/01/2024\n5,9,,WBRI,,,\n',
        'b.csv',
      ),
      file(episodes(episode('1', '01/04/2024')), 'c.csv'),
    )
    expect(found).toMatchObject({
      unaccompanied: ['1', '2', '4'],
      rows: { children: 5, unaccompanied: 3 },
      faults: ['b.csv 5 SEX 101 query'],
    })
  })
})

describe('Faults', () => {
  test.each([
    ['a missing date', episode('1', ''), 'DECOM 141 fault', false],
    ['a date that is none', episode('1', '31/04/2024'), 'DECOM 141 fault', false],
    ['a missing reason', episode('1', '01/04/2024', ''), 'RNE 143 fault', false],
    ['an unknown reason', episode('1', '01/04/2024', 'Q'), 'RNE 143 fault', false],
    ['an unknown legal status of a start', episode('1', '01/04/2024', 'S', 'ZZ'), 'LS 144 fault', false],
    ['an unknown legal status of another episode', episode('1', '01/04/2024', 'P', ''), 'LS 144 query', false],
    ['an unknown category of need', episode('1', '01/04/2024', 'S', 'C2', 'N9'), 'CIN 145 query', true],
    [
      'an unknown reason for the end',
      episode('1', '01/04/2024', 'S', 'C2', 'N1', '02/04/2024', 'E99'),
      'REC 149 query',
      true,
    ],
    ['an end without a reason', episode('1', '01/04/2024', 'S', 'C2', 'N1', '02/04/2024'), 'DEC 148 query', true],
    ['an end that is no date', episode('1', '01/04/2024', 'S', 'C2', 'N1', 'soon', 'X1'), 'DEC 147 query', true],
    [
      'an end before the beginning',
      episode('1', '01/04/2024', 'S', 'C2', 'N1', '31/03/2024', 'X1'),
      'DEC dec-before-decom query',
      true,
    ],
    ['no id', episode('', '01/04/2024'), 'CHILD child-missing fault', false],
    ['an id that Excel shortened', episode('9.99E+10', '01/04/2024'), 'CHILD child-number fault', false],
  ])('%s is said once, at its line and field', async (_, row, fault, isCounted) => {
    const found = await read(file(episodes(episode('7', '07/04/2024'), row)))
    expect(found).toMatchObject({
      faults: [`episodes.csv 3 ${fault}`],
      starts: isCounted ? ['7 2024-04-07', '1 2024-04-01'] : ['7 2024-04-07'],
    })
  })

  test('codes in small letters and with spaces are codes, and those that have ended are too', async () => {
    const row = episode('1', '01/04/2018', ' s ', 'c2', 'n1', '02/04/2018', 'e43')
    expect(await read(file(episodes(row)))).toMatchObject({ faults: [], starts: ['1 2018-04-01'] })
  })

  test('no id, date or text of a row stands in what is said', async () => {
    const rows = episodes(
      episode('SECRET7', '44/44/4444', 'Sam Example', 'Sam Example', 'Sam', '99/99/9999', 'Long text'),
    )
    const found = await read(file(rows))
    expect('said' in found && found.said).toMatch(/reason/)
    expect('said' in found && found.said).not.toMatch(/SECRET7|44|99|SAM|LONG/i)
  })
})

describe('Sets that cannot be read', () => {
  const refused = (why: RegExp) => ({ refused: expect.stringMatching(why) })

  test('without the Episodes table, with one that lacks a column, or with one without rows', async () => {
    expect(await read(file('CHILD,SEX,DOB,ETHNIC\n1,1,,WBRI'))).toMatchObject(
      refused(/None of this is the Episodes table/),
    )
    expect(await read()).toMatchObject(refused(/None of this is the Episodes table/))
    expect(await read(file(head))).toMatchObject(refused(/has no rows/))
    const lacks = file('CHILD,DECOM,LS\n1,01/04/2024,C2', 'second.csv')
    expect(await read(file(episodes(episode('1', '01/04/2024'))), lacks)).toMatchObject(
      refused(/second\.csv has no column RNE/),
    )
  })

  test('one file that cannot be read refuses the others, by its name and line', async () => {
    const whole = file(episodes(episode('1', '01/04/2024')))
    expect(await read(whole, { name: 'scan.csv', bytes: Buffer.from('%PDF-1.4') })).toMatchObject(
      refused(/^scan\.csv: This is a PDF/),
    )
    expect(await read(whole, file(`${head}\n"1,`, 'b.csv'))).toEqual({
      refused: expect.stringMatching(/^b\.csv: A quotation mark/),
      line: 2,
    })
  })

  test('dates with the month first refuse the set, since some of them are days too', async () => {
    const rows = ['13', '14', '15', '02'].map((day, at) => episode(String(at), `06/${day}/2024`))
    expect(await read(file(episodes(...rows)))).toMatchObject(refused(/month first/))
  })

  test('a file that is no table of the return is said, and the rest is read', async () => {
    const found = await read(file(episodes(episode('1', '01/04/2024'))), file('name,colour\nx,red', 'other.csv'))
    expect(found).toMatchObject({ starts: ['1 2024-04-01'], faults: ['other.csv   no-table query'] })
  })

  test('other tables of the return are known and not read', async () => {
    const others = [
      'CHILD,DOB,REVIEW,REVIEW_CODE\nx',
      'CHILD,DOB,DOLO_START,DOLO_END\nx',
      'CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON\nx',
    ]
    const found = await read(...others.map((text) => file(text)), file(episodes(episode('1', '01/04/2024'))))
    expect(found).toMatchObject({ faults: [], rows: { children: 1, episodes: 1 } })
  })
})

describe('XML', () => {
  const child = (header: string, ...rows: readonly string[]): string =>
    `<CHILD><HEADER>${header}</HEADER>${rows.map((row) => `<EPISODE>${row}</EPISODE>`).join('')}</CHILD>`
  const start = '<DECOM>01/04/2024</DECOM><RNE>S</RNE><LS>C2</LS><CIN>N1</CIN><PL>U1</PL>'
  const xml = (...children: readonly string[]) => file(`<EXPSSDA903>\n${children.join('\n')}\n</EXPSSDA903>`, 'a.xml')

  test('holds the same, child by child', async () => {
    const found = await read(
      xml(
        child(
          '<CHILDID> ab1</CHILDID><SEX>1</SEX><UASC>1</UASC>',
          start,
          '<DECOM>05/05/2024</DECOM><RNE>P</RNE><LS>C2</LS><CIN>N1</CIN>',
        ),
        child('<CHILDID>2</CHILDID><UASC/><AMISSING><MISSING>M</MISSING></AMISSING>', start.replace('C2', 'V4')),
      ),
    )
    expect(found).toMatchObject({
      starts: ['AB1 2024-04-01'],
      unaccompanied: ['AB1'],
      faults: [],
      rows: { children: 2, episodes: 3 },
    })
  })

  test('faults are those of the tables, at the line of the episode; a child without an id is not taken for the one before', async () => {
    const found = await read(
      xml(
        child('<CHILDID>1</CHILDID>', start),
        child('<SEX>7</SEX>', start),
        child('<CHILDID>3</CHILDID>', start.replace('N1', 'N9')),
      ),
    )
    expect(found).toMatchObject({
      starts: ['1 2024-04-01', '3 2024-04-01'],
      faults: ['a.xml 3 CHILD child-missing fault', 'a.xml 3 SEX 101 query', 'a.xml 4 CIN 145 query'],
    })
  })

  test('a file on one line tells each child’s faults, by which child it is', async () => {
    const bad = child('<CHILDID>1</CHILDID>', start.replace('N1', 'N9'))
    const good = child('<CHILDID>2</CHILDID>', start)
    for (const between of ['\n', '']) {
      const bytes = Buffer.from(`<EXPSSDA903>${[bad, good, bad.replace('>1<', '>3<')].join(between)}</EXPSSDA903>`)
      const made = await readCare([{ name: 'a.xml', bytes }])
      if ('refused' in made) throw new Error(made.refused)
      expect(made.faults.map(({ line, record, rule }) => [line, record, rule])).toEqual([
        [1, 1, '145'],
        [between === '' ? 1 : 3, 3, '145'],
      ])
      expect(made.faultCount).toBe(2)
    }
  })

  test('the episodes of a child without a header are not those of the child before', async () => {
    const headless = `<CHILD><EPISODE>${start.replace('01/04', '02/04')}</EPISODE></CHILD>`
    expect(await read(xml(child('<CHILDID>1</CHILDID>', start), headless))).toMatchObject({
      starts: ['1 2024-04-01'],
      faults: ['a.xml 3 CHILD child-missing fault'],
    })
  })

  test('the CIN census, another file and one that is cut off are refused', async () => {
    expect(await read(file('<Message><Header/></Message>'))).toMatchObject({
      refused: expect.stringMatching(/CIN census/),
      line: 1,
    })
    expect(await read(file('<a/>'))).toMatchObject({ refused: expect.stringMatching(/does not begin with EXPSSDA903/) })
    expect(await read(file('<EXPSSDA903><CHILD>'))).toMatchObject({
      refused: expect.stringMatching(/ends before it is complete/),
    })
    expect(await read(file('<!DOCTYPE a><EXPSSDA903/>'))).toMatchObject({ refused: expect.stringMatching(/DOCTYPE/) })
  })
})

describe('Workbooks', () => {
  test('a sheet for each table is read whatever it is called, with real dates, numbers for ids and formulas', async () => {
    const rows =
      rowOf(1, ['CHILD ', 'DECOM', 'RNE', 'LS']) +
      rowOf(2, [99_917_000_010, { serial: 45_383 }, 'S', 'C2']) +
      rowOf(3, [1.239e21, { serial: 45_383 }, 'S', 'C2']) +
      '<row r="4"><c r="A4" t="str"><f>A2&amp;"b"</f><v>99917000010b</v></c><c r="B4" s="1"><f>B2+1</f><v>45384</v></c><c r="C4" t="str"><v>S</v></c><c r="D4" t="str"><v>C2</v></c></row>' +
      rowOf(5, ['Total', 2])
    const sheets = [
      { name: 'Notes', rows: rowOf(1, ['Made by hand']) },
      { name: 'Tabelle1', rows },
      { name: 'U', rows: rowOf(1, ['CHILD', 'DUC']) + rowOf(2, [99_917_000_010]) },
    ]
    expect(await read({ name: 'set.xlsx', bytes: workbookOf({ sheets }) })).toMatchObject({
      starts: ['99917000010 2024-04-01', '99917000010B 2024-04-02'],
      unaccompanied: ['99917000010'],
      faults: ['set.xlsx, Tabelle1 3 CHILD child-number fault'],
    })
  })
})

test('the worked example has seven starts of care', async () => {
  const bytes = readFileSync(new URL('../../worked-example/ssda903-episodes.csv', import.meta.url))
  expect(await read({ name: 'a.csv', bytes })).toMatchObject({ rows: { starts: 7 }, faults: [] })
})

const names = ['header.csv', 'episodes.csv', 'uasc.csv', 'reviews.csv', 'missing.csv', 'DoLo.csv', 'fake_903.xml']
const paths = names.map((name) => sample(`../ssda903/${name}`)).filter((path) => path !== null)

if (paths.length === names.length)
  describe('The samples of other projects', () => {
    const files = paths.map((path, at) => ({ name: names[at] ?? '', bytes: readFileSync(path) }))

    test('a set of CSV files has the numbers that another program counted', async () => {
      expect(await read(...files.slice(0, -1))).toMatchObject({
        rows: { children: 2675, episodes: 5050, starts: 326, unaccompanied: 132 },
        dates: ['2015-01-01', '2018-04-02'],
      })
    })

    test('and so has an XML file', async () => {
      expect(await read(...files.slice(-1))).toMatchObject({
        rows: { children: 253, episodes: 459, starts: 30, unaccompanied: 12 },
      })
    })
  })
