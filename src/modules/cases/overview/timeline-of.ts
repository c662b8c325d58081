/** The family's timeline: whose lanes it has, and the same as lines. */
import { addDays, formatDate, type LocalDate } from '#platform/dates.ts'
import type { TimelineBand, TimelineLane, TimelineLine, TimelineMark } from '#ui/page-parts/index.ts'
import { type Effort, effortKinds } from '../efforts/effort.ts'
import { type Family, nameOf, namesInWords } from '../family.ts'
import { beginningOf, type Elsewhere, harmableOf, type PatternEntry, perpetratorsOf } from '../pattern/entry.ts'
import { kindOf } from '../pattern/kinds.ts'
import { kindLines } from '../pattern/summary.ts'
import { compareWhen, notKnown, type When, whenInWords } from '../pattern/when.ts'
import { type Attempt, attemptInWords, type Done, ownerInWords } from './deed.ts'

export type ForTimeline = {
  readonly family: Pick<Family, 'people'>
  /** Those that were not withdrawn. */
  readonly entries: readonly PatternEntry[]
  readonly elsewhere: readonly Elsewhere[]
  readonly efforts: readonly Effort[]
  readonly attempts: readonly Attempt[]
  readonly forms: readonly LocalDate[]
  readonly planned: readonly Done[]
}

type Told = { readonly when: When; readonly title: string; readonly elsewhere?: boolean }

const dayOf = (day: LocalDate): When => ({ starts: day, ends: addDays(day, 1), knownTo: 'day' })

const laneOf = (name: string, told: readonly Told[], note?: string): TimelineLane => ({
  name,
  ...(note !== undefined && { note }),
  marks: told.flatMap(({ when: { starts, ends, knownTo }, title, elsewhere = false }): TimelineMark[] =>
    // "In 2019" is somewhere in it; "2019 to 2021" and "since 2019" went on for most of it.
    starts === null
      ? []
      : [{ starts, ends, about: knownTo !== 'day' && isOnce({ starts, ends, knownTo }), elsewhere, title }],
  ),
  undated: told.filter(({ when }) => when.starts === null).length,
})

const isOnce = (when: When): boolean => !/^since | to /.test(whenInWords(when))

const whatOf = ({ what }: PatternEntry) => beginningOf(what, 120)
const toldOf = (entry: PatternEntry): Told => ({
  when: entry.when,
  title: `${whenInWords(entry.when)}: ${whatOf(entry)}`,
})
const elsewhereText = ({ record, carried, kinds }: Elsewhere): string =>
  `Record ${record} of the borough: ${carried === '' ? kinds.map((kind) => kindOf(kind).name).join(', ') : beginningOf(carried, 120)}`

/** Above the line: a lane for each kind of behaviour, across years and records. */
const behaviour = ({ family, entries, elsewhere }: ForTimeline): TimelineLane[] =>
  kindLines(family, entries, elsewhere).map(({ kind, name, line }) =>
    laneOf(
      name,
      [
        ...entries.filter(({ kinds }) => kinds.includes(kind)).map(toldOf),
        ...elsewhere
          .filter(({ kinds }) => kinds.includes(kind))
          .map((each) => ({
            when: each.when,
            title: `${whenInWords(each.when)}: ${elsewhereText(each)}`,
            elsewhere: true,
          })),
      ],
      line,
    ),
  )

const filled = (lane: TimelineLane): boolean => lane.marks.length > 0 || (lane.undated ?? 0) > 0

const harm = ({ family, entries }: ForTimeline): TimelineLane[] =>
  harmableOf(family).map(({ individualId, name }) =>
    laneOf(name, entries.filter(({ harms }) => harms.some((each) => each.individual === individualId)).map(toldOf)),
  )

const effort = ({ efforts }: ForTimeline): TimelineLane[] =>
  effortKinds.map(({ value, name }) =>
    laneOf(
      name,
      efforts
        .filter(({ kind }) => kind === value)
        .map(({ seenOn, what }) => {
          const when = seenOn === null ? notKnown : dayOf(seenOn)
          return { when, title: `${whenInWords(when)}: ${beginningOf(what, 120)}` }
        }),
    ),
  )

const action = ({ family, attempts, forms, planned }: ForTimeline): TimelineLane[] => [
  laneOf(
    'Attempts to engage',
    attempts.map((each) => ({
      when: dayOf(each.on),
      title: `${formatDate(each.on)}: ${attemptInWords(nameOf(family, each.perpetratorId), each)}`,
    })),
  ),
  laneOf(
    'Engagement forms completed',
    forms.map((day) => ({ when: dayOf(day), title: formatDate(day) })),
  ),
  laneOf(
    'Actions put into the plan',
    planned.map(({ on, what }) => ({ when: dayOf(on), title: `${formatDate(on)}: ${beginningOf(what, 120)}` })),
  ),
]

/** The lanes above and below the line; those with nothing in them are left out. */
export const bandsOf = (all: ForTimeline): readonly TimelineBand[] => {
  const [only, ...others] = perpetratorsOf(all.family)
  const who = only !== undefined && others.length === 0 ? only.name : 'perpetrators'
  return [
    { title: `Behaviour of ${who}`, place: 'above', shape: 'behaviour', lanes: behaviour(all).filter(filled) },
    { title: 'Whom it harmed', place: 'below', shape: 'harm', lanes: harm(all).filter(filled) },
    { title: 'Protective efforts', place: 'below', shape: 'effort', lanes: effort(all).filter(filled) },
    { title: 'What we did', place: 'below', shape: 'action', lanes: action(all).filter(filled) },
  ]
}

type Dated = TimelineLine & { readonly at: When }

const line = (at: When, kind: string, text: string): Dated => ({ at, when: whenInWords(at), kind, text })

const entryLine = (family: Pick<Family, 'people'>, entry: PatternEntry): Dated => {
  const harmed = namesInWords(entry.harms.map(({ individual }) => nameOf(family, individual)))
  const kinds = entry.kinds.map((kind) => kindOf(kind).name).join(', ')
  const did = `${nameOf(family, entry.perpetratorId)}: ${kinds}`
  return line(entry.when, harmed === '' ? did : `${did}; harm to ${harmed}`, beginningOf(entry.what))
}

/** Everything as lines, earliest first; what has no known date comes last. */
export const linesOf = (all: ForTimeline): readonly TimelineLine[] => {
  const { family, entries, elsewhere, efforts, attempts, forms, planned } = all
  return [
    ...entries.map((entry) => entryLine(family, entry)),
    ...elsewhere.map((each) =>
      line(each.when, `${nameOf(family, each.perpetratorId)}, in another record`, elsewhereText(each)),
    ),
    ...efforts.map(({ seenOn, survivorId, what }) =>
      line(
        seenOn === null ? notKnown : dayOf(seenOn),
        `${nameOf(family, survivorId)}: protective effort`,
        beginningOf(what),
      ),
    ),
    ...attempts.map((each) =>
      line(dayOf(each.on), 'What we did: attempt to engage', attemptInWords(nameOf(family, each.perpetratorId), each)),
    ),
    ...forms.map((day) => line(dayOf(day), 'What we did', 'Engagement form completed')),
    ...planned.map(({ on, what, owner }) =>
      line(dayOf(on), `What we did: put into the plan, ${ownerInWords(owner)}`, beginningOf(what)),
    ),
  ].sort((a, b) => compareWhen(a.at, b.at))
}
