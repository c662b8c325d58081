import type { Day, FlagExtract, ReadFile, RefusedFile } from '../extract.ts'
import { type FaultList, faultList } from '../fault.ts'
import {
  columnName,
  dateReader,
  type GivenFile,
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
import { type FlagMapping, valueKey } from './mapping.ts'
import { type ValueCount, valueCounter } from './value-counts.ts'

/** `unmapped`: what stood in the column and means neither yes nor no; null where there are so many different values that it is no column of a flag. */
export type ReadFlags = ReadFile & { readonly unmapped: readonly ValueCount[] | null }

type Abuse = FlagExtract['flags'][number]['abuse']
type Flag = { readonly child: string; readonly on: Day; readonly abuse: Abuse; readonly line: number }

const weight: Readonly<Record<Abuse, number>> = { yes: 2, no: 1, unknown: 0 }

/**
 * Reads a borough's table of referrals by its mapping. The same child and day twice is one referral: yes wins over no, and no over unknown.
 */
export const readFlags = (file: GivenFile, mapping: FlagMapping): Promise<ReadFlags | RefusedFile> =>
  unlessRefused(async () => {
    const faults = faultList()
    const reading = flagReading(mapping, faults)
    let missing: readonly string[] | null = null
    let source: Source | null = null
    for (const table of await openTables(file)) {
      const outcome = await readTable(table, [reading.layout], faults)
      if ('layout' in outcome) {
        if (source !== null)
          return refuse(
            'Two sheets of the workbook have the columns that are mapped. Delete the one that is not to be counted.',
          )
        source = table
      } else if (missing === null || outcome.nearest.length < missing.length) missing = outcome.nearest
    }
    if (source === null) return refuse(noTable(mapping, missing ?? []))
    return reading.made(source)
  })

const noTable = (mapping: FlagMapping, missing: readonly string[]): string => {
  const names = Object.entries(mapping).flatMap(([key, name]) =>
    typeof name === 'string' && key !== 'dateForm' && (missing.length === 0 || missing.includes(key))
      ? [`“${name}”`]
      : [],
  )
  const what = names.length === 1 ? 'the column' : 'the columns'
  return `The file does not have ${what} ${names.join(', ')} among its first rows. Change the mapping, or the names of the columns.`
}

type Field = 'child' | 'date' | 'flag' | 'referral'

const flagReading = (mapping: FlagMapping, faults: FaultList) => {
  const meanings = new Map<string, Abuse>([
    ...mapping.no.map((value) => [valueKey(value), 'no'] as const),
    ...mapping.yes.map((value) => [valueKey(value), 'yes'] as const),
  ])
  const flags = new Map<string, Flag>()
  const dates = spread()
  const reader = dateReader(mapping.dateForm)
  const others = valueCounter()
  const daysOfReferrals = new Map<string, string>()
  let [rows, unknown] = [0, 0]
  const take = ({ line, at }: TableRow<Field>, { label }: Source): void => {
    const say = (field: string, rule: string, severity: 'fault' | 'query', said: string): void =>
      faults.add({ file: label, line, field, rule, severity, said })
    rows += 1
    const child = readChildId(at('child'))
    if ('wrong' in child) say(mapping.child, child.rule, 'fault', child.wrong)
    const date = reader.read(at('date'))
    if ('empty' in date)
      say(mapping.date, 'date', 'fault', 'The date of the referral is missing, so this row was not counted.')
    if ('wrong' in date) say(mapping.date, 'date', 'fault', `${date.wrong} The row was not counted.`)
    const text = textOf(at('flag')) ?? 'a date'
    const abuse = meanings.get(valueKey(text)) ?? 'unknown'
    if (abuse === 'unknown') others.add(text)
    if (!('id' in child && 'day' in date)) return
    if (abuse === 'unknown') unknown += 1
    dates.add(date.day)
    const key = `${date.day} ${child.id}`
    const known = flags.get(key)
    if (known === undefined || weight[abuse] > weight[known.abuse])
      flags.set(key, { child: child.id, on: date.day, abuse, line })
    if (mapping.referral === null) return
    const referral = textOf(at('referral')) ?? ''
    const before = daysOfReferrals.get(referral)
    if (referral !== '' && before !== undefined && before !== key)
      say(
        mapping.referral,
        'referral-twice',
        'query',
        'This referral stands in the file with another child or day too. Both were counted.',
      )
    daysOfReferrals.set(referral, key)
  }
  return {
    layout: layout<Field>(columnsOf(mapping), (source) => (row) => take(row, source)),
    made: (source: Source): ReadFlags => {
      if (reader.isOtherOrder()) refuse(otherOrder(mapping))
      if (rows === 0) refuse('There are no rows below the names of the columns. Export the file again.')
      if (unknown > 0) sayUnknown(unknown, source, mapping, faults)
      const kept = [...flags.values()]
      const count = (abuse: Abuse): number => kept.filter((flag) => flag.abuse === abuse).length
      return {
        extract: { kind: 'referral-flags', flags: kept, dates: dates.span() },
        rows: { rows, referrals: kept.length, yes: count('yes'), no: count('no'), unknown: count('unknown') },
        faults: faults.kept,
        faultCount: faults.count,
        unmapped: others.values(),
      }
    },
  }
}

const columnsOf = ({ child, date, flag, referral }: FlagMapping) => ({
  child: { names: [columnName(child)] },
  date: { names: [columnName(date)] },
  flag: { names: [columnName(flag)] },
  referral: referral === null ? { names: [], isOptional: true as const } : { names: [columnName(referral)] },
})

const sayUnknown = (unknown: number, { label }: Source, mapping: FlagMapping, faults: FaultList): void => {
  const rows = unknown === 1 ? '1 row has' : `${unknown} rows have`
  const said = `${rows} nothing or a value that means neither yes nor no, and count as unknown. If a value means one of them, say so in the mapping.`
  faults.add({ file: label, line: null, field: mapping.flag, rule: 'unmapped', severity: 'query', said })
}

const otherOrder = ({ dateForm, date }: FlagMapping): string =>
  `The dates of “${date}” have the ${dateForm === 'day-first' ? 'month' : 'day'} first, which is not what the mapping says. Change the mapping, so that no date is taken for another day.`
