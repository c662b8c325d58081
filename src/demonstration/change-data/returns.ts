import { createHash } from 'node:crypto'
import type { Extract, StackFile } from '#modules/indicators/index.ts'
import { addDays, daysBetween, type LocalDate, localDate } from '#platform/dates.ts'
import { idOf } from '../ids.ts'
import type { BoroughPlan } from './boroughs.ts'
import { type Days, type Invented, invent, type WholeEpisode } from './invent.ts'

/** A file as a borough took it in. Days half-open. */
export type InventedFile = {
  readonly id: string
  readonly name: string
  readonly extract: Extract
  readonly coversFrom: LocalDate
  readonly coversTo: LocalDate
  readonly uploadedOn: LocalDate
  readonly sha256: Buffer
}

const epoch = localDate('1970-01-01')
const dayOf = (date: LocalDate): number => daysBetween(epoch, date)
const dateOf = (day: number): LocalDate => addDays(epoch, day)

/** The last year whose census has come: it is due by the end of July after its 31 March. */
export const lastYear = (today: LocalDate): number => {
  const year = Number(today.slice(0, 4))
  return today.slice(5) >= '07-21' ? year : year - 1
}

const yearOf = (ends: number) => ({ from: localDate(`${ends - 1}-04-01`), to: localDate(`${ends}-04-01`) })

/** What a census that ends before a day knows of an episode: what was authorised and begun by then. */
const knownBy = ({ closed: _, ...episode }: WholeEpisode, end: number, late: number) => ({
  ...episode,
  assessments: episode.assessments
    .filter(({ started }) => started !== null && started < end)
    .map((each) =>
      // What is authorised in the last days of a year is often not in the system yet when the census is made.
      each.authorised !== null && each.authorised < end - late
        ? each
        : { started: each.started, authorised: null, hasFactors: false, abuse: 0 },
    ),
  plans: episode.plans.filter(({ started }) => started < end),
})

const census = (plan: BoroughPlan, invented: Invented, ends: number, span: Days, late: number): Extract => {
  const episodes = invented.episodes
    .filter(({ referred, closed }) => referred < span.to && closed >= span.from)
    .map((episode) => knownBy(episode, span.to, late))
  return {
    kind: 'cin',
    year: ends,
    referenceDate: span.to - 1,
    authority: plan.code,
    writtenAt: `${dateOf(span.to + (late > 0 ? 40 : 90))}T10:12:00`,
    children: [...new Set(episodes.map(({ child }) => child))],
    episodes,
  }
}

const within = <T extends { readonly on: number }>(all: readonly T[], { from, to }: Days): T[] =>
  all.filter(({ on }) => on >= from && on < to)

const fileOf = (
  plan: BoroughPlan,
  name: string,
  extract: Extract,
  span: Days,
  uploadedOn: LocalDate,
): InventedFile => ({
  id: idOf('return file', plan.name, name),
  name,
  extract,
  coversFrom: dateOf(span.from),
  coversTo: dateOf(span.to),
  uploadedOn,
  sha256: createHash('sha256').update(`${plan.name} ${name}`).digest(),
})

/** What a borough has uploaded up to a day, the oldest first; `resent`: the census of its last year, made again after late authorisations were entered. */
export const returnsOf = (
  plan: BoroughPlan,
  today: LocalDate,
): { files: InventedFile[]; resent: InventedFile | null } => {
  const last = lastYear(today)
  const years = Array.from({ length: plan.years }, (_, index) => last - plan.years + 1 + index)
  const whole = { from: dayOf(yearOf(years[0] ?? last).from), to: dayOf(yearOf(last).to) }
  // Who was referred in the months before the first census is in it as long as the case is open.
  const invented = invent(plan, { from: whole.from - 330, to: whole.to })
  const files = years
    .flatMap((ends) => filesOfYear(plan, invented, ends, ends === last && plan.stands === 'corrected'))
    .map((file) =>
      // What waits for a lead has come late, a fortnight ago.
      plan.stands === 'with the lead' && file.coversTo === yearOf(last).to
        ? { ...file, uploadedOn: addDays(today, -15) }
        : file,
    )
  const span = { from: dayOf(yearOf(last).from), to: whole.to }
  const resent =
    plan.stands === 'corrected'
      ? fileOf(
          plan,
          `CIN_census_${last}_resubmission.xml`,
          census(plan, invented, last, span, 0),
          span,
          addDays(yearOf(last).to, 105),
        )
      : null
  return { files, resent }
}

const filesOfYear = (plan: BoroughPlan, invented: Invented, ends: number, isLate: boolean): InventedFile[] => {
  const { from, to } = yearOf(ends)
  const span = { from: dayOf(from), to: dayOf(to) }
  const care: Extract = {
    kind: 'ssda903',
    starts: within(invented.care, span),
    unaccompanied: invented.unaccompanied,
    dates: span,
  }
  const flags: Extract = {
    kind: 'referral-flags',
    flags: within(invented.flags, span).map((flag, index) => ({ ...flag, line: index + 2 })),
    dates: span,
  }
  return [
    fileOf(plan, `CIN_census_${ends}.xml`, census(plan, invented, ends, span, isLate ? 24 : 0), span, addDays(to, 62)),
    fileOf(plan, `SSDA903_episodes_${ends}.csv`, care, span, addDays(to, 64)),
    ...(plan.flags === null
      ? []
      : [fileOf(plan, `DA_at_referral_${ends - 1}-${ends % 100}.csv`, flags, span, addDays(to, 65))]),
  ]
}

/** A file as the definitions stack it. */
export const stackFileOf = ({ name, extract, coversFrom, coversTo }: InventedFile): StackFile => ({
  name,
  extract,
  span: { from: dayOf(coversFrom), to: dayOf(coversTo) },
})
