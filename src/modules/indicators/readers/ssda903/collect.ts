import type { Day, ReadFile } from '../extract.ts'
import { type Fault, type FaultList, faultList } from '../fault.ts'
import { type Cell, childDays, dateReader, readChildId, refuse, spread, textOf } from '../table/index.ts'
import * as codes from './codes.ts'

export type EpisodeField = 'CHILD' | 'DECOM' | 'RNE' | 'LS' | 'CIN' | 'DEC' | 'REC'
export type HeaderField = 'CHILD' | 'SEX' | 'UASC' | 'DUC'

/** One place of a file; `record`: of an XML file the child's ordinal. A field that the file does not have is null, and is not missed. */
export type Given<Field extends string> = {
  readonly line: number
  readonly record?: number | null
  readonly at: (field: Field) => Cell | null
}
type Place = Pick<Given<never>, 'line' | 'record'>

const code = (cell: Cell | null): string => (cell === null ? '' : (textOf(cell) ?? '')).toUpperCase()

/** Collects what is kept of a set of files, whatever they were written in. */
export const careCollector = () => {
  const faults = faultList()
  const children = new Set<string>()
  const unaccompanied = new Set<string>()
  const starts = childDays()
  const dates = spread()
  let episodes = 0
  return {
    faults,
    /** A table or an XML file begins. */
    file: (label: string) =>
      fileCollector(label, { faults, children, unaccompanied, starts, dates, add: () => episodes++ }),
    /** Rows of Episodes so far, also those that were not counted. */
    episodes: (): number => episodes,
    made: (): ReadFile => ({
      extract: {
        kind: 'ssda903',
        starts: starts.kept,
        unaccompanied: [...unaccompanied],
        dates: dates.span(),
      },
      rows: { children: children.size, episodes, starts: starts.kept.length, unaccompanied: unaccompanied.size },
      faults: faults.kept,
      faultCount: faults.count,
    }),
  }
}

type Kept = {
  readonly faults: FaultList
  readonly children: Set<string>
  readonly unaccompanied: Set<string>
  readonly starts: ReturnType<typeof childDays>
  readonly dates: ReturnType<typeof spread>
  readonly add: () => void
}

const fileCollector = (label: string, kept: Kept) => {
  const reader = dateReader('day-first')
  const sayer =
    ({ line, record = null }: Place) =>
    (field: string, rule: string, severity: Fault['severity'], said: string): void =>
      kept.faults.add({ file: label, line, record, field, rule, severity, said })
  const childOf = (cell: Cell | null, place: Place): string | null => {
    const read = readChildId(cell ?? '')
    if ('id' in read) {
      kept.children.add(read.id)
      return read.id
    }
    sayer(place)('CHILD', read.rule, 'fault', read.wrong)
    return null
  }
  return {
    episode: ({ at, ...place }: Given<EpisodeField>): void => {
      kept.add()
      const child = childOf(at('CHILD'), place)
      const say = sayer(place)
      const began = reader.read(at('DECOM') ?? '')
      if ('empty' in began)
        say('DECOM', '141', 'fault', 'The day on which the episode began is missing, so it was not counted.')
      if ('wrong' in began) say('DECOM', '141', 'fault', `${began.wrong} The episode was not counted.`)
      const isStart = checkCodes(at, say)
      if (!('day' in began)) return
      checkEnd(at, began.day, reader.read(at('DEC') ?? ''), say, kept.dates)
      kept.dates.add(began.day)
      if (child !== null && isStart) kept.starts.add(child, began.day)
    },
    header: ({ at, ...place }: Given<HeaderField>): void => {
      const child = childOf(at('CHILD'), place)
      const sex = at('SEX')
      if (sex !== null && !codes.sexes.includes(code(sex)))
        sayer(place)('SEX', '101', 'query', `${codes.quoted(code(sex))} is none of the codes 1, 2, M, F and U.`)
      const says = code(at('UASC'))
      if (child !== null && (/^(1|Y|YES|TRUE)$/.test(says) || filled(at('DUC')))) kept.unaccompanied.add(child)
    },
    /** Every child of the UASC table is one. */
    unaccompanied: ({ at, ...place }: Given<'CHILD'>): void => {
      const child = childOf(at('CHILD'), place)
      if (child !== null) kept.unaccompanied.add(child)
    },
    end: (): void => {
      if (reader.isOtherOrder())
        refuse(
          `The dates of ${label} have the month first. Export it with dates as DD/MM/YYYY, so that none is taken for another day.`,
        )
    },
  }
}

export type FileCollector = ReturnType<typeof fileCollector>

const filled = (cell: Cell | null): boolean => cell !== null && textOf(cell) !== ''

type Say = (field: string, rule: string, severity: Fault['severity'], said: string) => void

/** Checks the codes of an episode. @returns whether it is a start of care that is counted. */
const checkCodes = (at: (field: EpisodeField) => Cell | null, say: Say): boolean => {
  const [reason, status, need, ceased] = [code(at('RNE')), code(at('LS')), code(at('CIN')), code(at('REC'))]
  const isReason = codes.reasonsForNewEpisode.includes(reason)
  const isStatus = codes.legalStatuses.includes(status)
  const notKnown = 'so it cannot be told whether it is a start of care, and it was not counted as one.'
  if (reason === '') say('RNE', '143', 'fault', `The reason for the new episode is missing, ${notKnown}`)
  else if (!isReason)
    say(
      'RNE',
      '143',
      'fault',
      `${codes.quoted(reason)} is no reason for a new episode (S, L, P, T, B or U), ${notKnown}`,
    )
  if (!isStatus) {
    const isCounted = isReason && reason !== 'S'
    const what = status === '' ? 'The legal status is missing' : `${codes.quoted(status)} is no legal status`
    if (isCounted) say('LS', '144', 'query', `${what}. The episode is no start of care, so nothing counts differently.`)
    else
      say(
        'LS',
        '144',
        'fault',
        `${what}, so a series of short breaks cannot be told from other care, and it was not counted.`,
      )
  }
  if (at('CIN') !== null && !codes.categoriesOfNeed.includes(need))
    say(
      'CIN',
      '145',
      'query',
      need === '' ? 'The category of need is missing.' : `${codes.quoted(need)} is no category of need (N1 to N8).`,
    )
  if (ceased !== '' && !codes.reasonsCeased.includes(ceased))
    say('REC', '149', 'query', `${codes.quoted(ceased)} is no reason for which an episode ends.`)
  return reason === 'S' && isStatus && !codes.shortBreaks.includes(status)
}

const checkEnd = (
  at: (field: EpisodeField) => Cell | null,
  began: Day,
  ended: ReturnType<ReturnType<typeof dateReader>['read']>,
  say: Say,
  dates: ReturnType<typeof spread>,
): void => {
  if ('wrong' in ended) {
    say('DEC', '147', 'query', ended.wrong)
    return
  }
  if ('day' in ended) {
    dates.add(ended.day)
    if (ended.day < began) say('DEC', 'dec-before-decom', 'query', 'The episode ends before it begins.')
  }
  if (at('DEC') === null || at('REC') === null) return
  if ('day' in ended !== filled(at('REC')))
    say('DEC', '148', 'query', 'The day on which the episode ended and the reason must both be there, or neither.')
}
