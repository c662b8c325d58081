import { dateOfDay, type Span } from '../readers/extract.ts'
import {
  type Coverage,
  careSourceOf,
  coverageOf,
  coverageOfYear,
  isUnaccompaniedSaid,
  quartersCovered,
} from './coverage.ts'
import { coversWhole } from './covered.ts'
import type { Figure, Figures } from './figures-shape.ts'
import { checkFlags } from './flag-check.ts'
import { type FurtherMeasure, furtherMeasures, type Measure, measures } from './measure.ts'
import { whatItNeeds } from './needs.ts'
import { type Quarter, quarterName, spanOfQuarter } from './quarter.ts'
import type { Stack } from './stack.ts'
import type { Counted, Counts } from './tally.ts'
import { tallyV1 } from './v1.ts'

type Name = Measure | FurtherMeasure

const names: readonly Name[] = [...measures, ...furtherMeasures]

/** What happened in a period, and what the files let one say of it. */
type Period = { readonly counts: Counts | undefined; coverageOf(name: Name): Coverage }

const eventsOf = ({ counts }: Period, name: Counted): number => counts?.[name][0] ?? 0

const unknownOf = (period: Period, name: Name): number | null => {
  const { unknown, unknownLess } = whatItNeeds[name]
  if (unknown.length === 0) return null
  const sum = (of: readonly Counted[]): number => of.reduce((total, each) => total + eventsOf(period, each), 0)
  return sum(unknown) - sum(unknownLess)
}

const figureOf = (period: Period, name: Name): Figure => {
  const coverage = period.coverageOf(name)
  if (!coverage.computable) return { status: 'not-computable', why: coverage.why }
  const { base } = whatItNeeds[name]
  return {
    status: 'counted',
    events: eventsOf(period, name),
    children: period.counts?.[name][1] ?? 0,
    unknown: unknownOf(period, name),
    base: base !== null && period.coverageOf(base).computable ? eventsOf(period, base) : null,
    ...coverage.maturity,
  }
}

const figuresOf = (period: Period): Record<Name, Figure> =>
  // Every name, each once.
  Object.fromEntries(names.map((name) => [name, figureOf(period, name)])) as Record<Name, Figure>

const quartersFrom = (covered: Stack['covered']): readonly Quarter[] => {
  const found = quartersCovered(covered)
  return found === null ? [] : Array.from({ length: found.last - found.first + 1 }, (_, more) => found.first + more)
}

const codingOf = (
  quarters: ReadonlyMap<Quarter, Counts>,
  cin: readonly Span[],
  within: readonly Quarter[],
): Figures['coding'] => {
  const whole = within.filter((quarter) => coversWhole(cin, spanOfQuarter(quarter)))
  if (whole.length === 0) return null
  const sum = (name: Counted): number =>
    whole.reduce((total, quarter) => total + (quarters.get(quarter)?.[name][0] ?? 0), 0)
  const [child, parent, other] = [sum('assessments_3a'), sum('assessments_3b'), sum('assessments_3c')]
  return { child, parent, other, childToParent: parent === 0 ? null : child / parent }
}

const days = (spans: readonly Span[]): { first: string; last: string }[] =>
  spans.map(({ from, to }) => ({ first: dateOfDay(from), last: dateOfDay(to - 1) }))

/**
 * The figures of a borough by definition set v1: of every quarter from the first to the last that a file covers, and of every twelve months that end with
 * one of them, each measure with its events, distinct children, what is unknown, its base and whether it is mature, or why it is no number. They are counts
 * of people, not yet fit to leave the borough: disclosure control comes after.
 */
export const figuresV1 = (stack: Stack): Figures => {
  const { covered } = stack
  const tally = tallyV1(stack)
  const given = { covered, unaccompaniedSaid: isUnaccompaniedSaid(stack) }
  const [byQuarter, byYear] = [tally.quarters(), tally.years()]
  const quarters = quartersFrom(covered)
  return {
    definition: 'v1',
    covered: {
      cin: days(covered.cin),
      ssda903: days(covered.ssda903),
      annexA: days(covered.annexA),
      flags: days(covered.flags),
    },
    quarters: quarters.map((quarter) => ({
      quarter: quarterName(quarter),
      care: careSourceOf(covered, quarter),
      measures: figuresOf({ counts: byQuarter.get(quarter), coverageOf: (name) => coverageOf(given, name, quarter) }),
    })),
    years: quarters.map((quarter) => ({
      endsWith: quarterName(quarter),
      measures: figuresOf({ counts: byYear.get(quarter), coverageOf: (name) => coverageOfYear(given, name, quarter) }),
    })),
    flags: checkFlags(stack),
    coding: codingOf(byQuarter, covered.cin, quarters),
  }
}
