import type { ChildDay, ReadFile, RefusedFile } from '../extract.ts'
import { type FaultList, faultList } from '../fault.ts'
import {
  childDays,
  dateReader,
  type GivenFile,
  type Layout,
  layout,
  openTables,
  readChildId,
  readTable,
  refuse,
  type Source,
  spread,
  type TableRow,
  textOf,
  unlessRefused,
} from '../table/index.ts'
import {
  childColumn,
  isShortBreaks,
  isYes,
  type ListNumber,
  legalStatusColumn,
  listOfSheet,
  lists,
  unaccompaniedColumn,
  wanted,
} from './lists.ts'

type ListRead = { readonly days: ReturnType<typeof childDays>; rows: number }
type Reading = {
  readonly faults: FaultList
  readonly found: Map<ListNumber, ListRead>
  readonly unaccompanied: Set<string>
  readonly dates: ReturnType<typeof spread>
  readonly ends: (() => void)[]
  shortBreaks: number
}

/**
 * Reads lists 3, 7 and 8 of Ofsted's Annex A from a workbook, or one of them from a CSV file. A list is known by its columns, whatever its sheet is called.
 * List 8 holds one row for a child: an earlier period of care within the six months is not in it. Children in a series of short breaks (V3, V4) are left out.
 */
export const readAnnex = (file: GivenFile): Promise<ReadFile | RefusedFile> =>
  unlessRefused(async () => {
    const reading: Reading = {
      faults: faultList(),
      found: new Map(),
      unaccompanied: new Set(),
      dates: spread(),
      ends: [],
      shortBreaks: 0,
    }
    const layouts = lists.map((list) => listLayout(list, reading))
    for (const table of await openTables(file)) {
      const outcome = await readTable(table, layouts, reading.faults)
      if (!('layout' in outcome)) sayNotRead(table, reading)
    }
    for (const end of reading.ends) end()
    if (reading.found.size === 0) return refuse(noList)
    return made(reading)
  })

const noList =
  'None of lists 3 (referrals), 7 (child protection) and 8 (children in care) of Annex A is in this file. Check that their sheets have the column names of Ofsted’s template.'

const sayNotRead = (table: Source, { faults }: Reading): void => {
  const list = listOfSheet(table.sheet ?? '')
  if (list === null) return
  const said = `This sheet is called list ${list} and has no columns “Child Unique ID” and “${wanted[list].heading}”, so the list was not read. Give the columns these names.`
  faults.add({
    file: table.label,
    line: null,
    field: wanted[list].heading,
    rule: 'no-columns',
    severity: 'fault',
    said,
  })
}

const listLayout = (list: ListNumber, reading: Reading): Layout =>
  layout(
    {
      child: childColumn,
      date: wanted[list].date,
      unaccompanied: unaccompaniedColumn,
      legalStatus: legalStatusColumn,
    },
    (source) => {
      if (reading.found.has(list))
        return refuse(`Two sheets of the workbook are list ${list}. Delete the one that is not to be counted.`)
      const read: ListRead = { days: childDays(), rows: 0 }
      reading.found.set(list, read)
      return rowReader(list, source, read, reading)
    },
  )

type Field = 'child' | 'date' | 'unaccompanied' | 'legalStatus'

const rowReader = (list: ListNumber, source: Source, read: ListRead, reading: Reading) => {
  const reader = dateReader('day-first')
  reading.ends.push(() => {
    if (reader.isOtherOrder())
      refuse(
        `The dates of list ${list} have the month first. Write them as DD/MM/YYYY, so that none is taken for another day.`,
      )
  })
  let hasHollow = false
  return ({ line, at }: TableRow<Field>): void => {
    const say = (field: string, rule: string, severity: 'fault' | 'query', said: string): void =>
      reading.faults.add({ file: source.label, line, field, rule, severity, said })
    const date = reader.read(at('date'))
    const child = readChildId(at('child'))
    if ('empty' in date && textOf(at('child')) === '') {
      // Sheets are prepared with formulas, such as that of the age, far below the last child.
      if (!hasHollow)
        say(
          'Child Unique ID',
          'hollow',
          'query',
          'This row has neither id nor date, so it was not counted. Others below may be so too.',
        )
      hasHollow = true
      return
    }
    read.rows += 1
    if ('wrong' in child) say('Child Unique ID', child.rule, 'fault', child.wrong)
    if ('empty' in date) say(wanted[list].heading, 'date', 'fault', 'The date is missing, so this row was not counted.')
    if ('wrong' in date) say(wanted[list].heading, 'date', 'fault', `${date.wrong} The row was not counted.`)
    if ('id' in child && list === 8 && isYes(textOf(at('unaccompanied')) ?? '')) reading.unaccompanied.add(child.id)
    if (!('id' in child && 'day' in date)) return
    reading.dates.add(date.day)
    if (list === 8 && isShortBreaks(textOf(at('legalStatus')) ?? '')) reading.shortBreaks += 1
    else read.days.add(child.id, date.day)
  }
}

const made = ({ found, unaccompanied, dates, faults, shortBreaks }: Reading): ReadFile => {
  const days = (list: ListNumber): readonly ChildDay[] | null => found.get(list)?.days.kept ?? null
  return {
    extract: {
      kind: 'annex-a',
      careStarts: days(8),
      referrals: days(3),
      planStarts: days(7),
      unaccompanied: [...unaccompanied],
      dates: dates.span(),
    },
    // A list that is not in the file has no number, not even zero.
    rows: {
      ...Object.fromEntries([...found].map(([list, { rows }]) => [`list${list}`, rows])),
      ...(found.has(8) ? { shortBreaks, unaccompanied: unaccompanied.size } : {}),
    },
    faults: faults.kept,
    faultCount: faults.count,
  }
}
