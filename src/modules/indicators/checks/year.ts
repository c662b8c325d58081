import type { Check, CheckKey } from './check.ts'
import { codingCheck } from './coding.ts'
import {
  againstPublished,
  type Bounds,
  boundsOf,
  compared,
  notCompared,
  symbolReason,
  type Tolerance,
} from './compare.ts'
import type { OwnName, OwnYear } from './own.ts'
import { type Published, type PublishedFigure, type PublishedName, symbolWords, yearWords } from './published.ts'
import { type Reason, reasonsOf, reasonWords, say } from './reasons.ts'

/** Counts of the same thing by the same rule. */
const strict: Tolerance = { perCent: 3, least: 5 }
/** Where the Department's own rule could not be followed to the letter. */
const loose: Tolerance = { perCent: 5, least: 5 }
const none: Tolerance = { perCent: 0, least: 0 }

type Line = {
  readonly key: CheckKey & OwnName
  readonly name: string
  readonly theirs: PublishedName
  readonly tolerance: Tolerance
  readonly less: readonly Reason[]
  readonly more: readonly Reason[]
}

const lines: readonly Line[] = [
  {
    key: 'referrals',
    name: 'Referrals',
    theirs: 'referral_count',
    tolerance: strict,
    less: ['file-incomplete', 'same-day', 'resubmitted'],
    more: ['ids-changed', 'resubmitted'],
  },
  {
    key: 're_referrals',
    name: 'Re-referrals within 12 months',
    theirs: 'rereferral_count',
    tolerance: loose,
    less: ['ids-changed-unseen', 'year-before-incomplete', 'file-incomplete', 'resubmitted'],
    more: ['still-open', 'ids-changed', 'resubmitted'],
  },
  {
    key: 'no_further_action',
    name: 'Referrals with no further action',
    theirs: 'no_further_action_count',
    tolerance: strict,
    less: ['nfa-not-said', 'file-incomplete', 'resubmitted'],
    more: ['late-entry', 'ids-changed', 'resubmitted'],
  },
  {
    key: 'plan_starts',
    name: 'Child protection plans started',
    theirs: 'CPP_start',
    tolerance: strict,
    less: ['late-entry', 'file-incomplete', 'plans-transferred', 'resubmitted'],
    more: ['ids-changed', 'plans-transferred', 'resubmitted'],
  },
  {
    key: 'repeat_plans',
    name: 'Second or later child protection plans',
    theirs: 'CPP_subsequent',
    tolerance: loose,
    less: ['repeat-not-said', 'late-entry', 'file-incomplete', 'resubmitted'],
    more: ['ids-changed', 'plans-transferred', 'resubmitted'],
  },
  {
    key: 'episodes_with_factors',
    name: 'Episodes assessed, with factors',
    theirs: 'Episodes_with_assessment_factor',
    tolerance: loose,
    less: ['late-authorisation', 'counted-year-before', 'local-codes', 'file-incomplete', 'resubmitted'],
    more: ['ids-changed', 'resubmitted'],
  },
]

type Figures = ReadonlyMap<PublishedName, PublishedFigure>

const lineCheck = ({ key, name, theirs, tolerance, less, more }: Line, own: OwnYear, published: Figures): Check => {
  const of = { key, name, year: own.year }
  const ours = own.figures[key]
  const figure = published.get(theirs)
  const against = againstPublished(figure)
  if (typeof ours !== 'number') return notCompared(of, null, against, [ours.why])
  const bounds = boundsOf(figure)
  if (bounds === null) return notCompared(of, ours, against, [symbolReason(figure)])
  if (typeof figure === 'number')
    return compared(of, { ours, theirs: against, bounds, tolerance }, reasonsOf(less, more))
  // Nothing is read into a number that may not be one of 1 to 5.
  return compared(of, { ours, theirs: against, bounds, tolerance: none }, (place) =>
    place === 'above' || place === 'below' ? say('secondary-withheld') : [],
  )
}

const abuse = ['Domestic_Abuse_child', 'Domestic_Abuse_parent', 'Domestic_Abuse_person'] as const

/** An episode with any of the codes is at least as often there as the commonest of them, and at most as often as all together. */
const bandOf = (published: Figures): Bounds | string => {
  const found = abuse.map((name) => ({ figure: published.get(name), bounds: boundsOf(published.get(name)) }))
  const missing = found.find(({ bounds }) => bounds === null)
  if (missing !== undefined) return symbolReason(missing.figure)
  const known = found.flatMap(({ bounds }) => bounds ?? [])
  return {
    low: Math.max(...known.map(({ low }) => low)),
    high: known.reduce((sum, { high }) => sum + high, 0),
  }
}

const figureWords = (figure: PublishedFigure | undefined): string =>
  typeof figure === 'number'
    ? figure.toLocaleString('en-GB')
    : figure === undefined
      ? 'not loaded'
      : symbolWords[figure]

const codesWords = (published: Figures): string =>
  ['3A', '3B', '3C'].map((code, place) => `${code} ${figureWords(published.get(abuse[place] ?? abuse[0]))}`).join(', ')

const less = ['late-authorisation', 'local-codes', 'window-differs', 'counted-year-before', 'file-incomplete'] as const
const more = ['factors-summed', 'window-differs', 'ids-changed', 'resubmitted'] as const

const bandCheck = ({ year, figures }: OwnYear, published: Figures): Check => {
  const of = { key: 'b', name: '(b) New cases with domestic abuse after assessment', year } as const
  const band = bandOf(published)
  const ours = typeof figures.b === 'number' ? figures.b : null
  if (typeof band === 'string') return notCompared(of, ours, { kind: 'none', words: codesWords(published) }, [band])
  const theirs = { kind: 'range', ...band, words: codesWords(published) } as const
  if (typeof figures.b !== 'number') return notCompared(of, null, theirs, [figures.b.why])
  return compared(of, { ours: figures.b, theirs, bounds: band, tolerance: strict }, (place, perCent) => {
    if (place === 'upper edge') return say('factors-summed')
    if (place === 'lower edge') return say('one-code')
    const isOpen = place === 'above' && abuse.some((name) => published.get(name) === 'c')
    return [...reasonsOf(less, more)(place, perCent), ...(isOpen ? say('secondary-withheld') : [])]
  })
}

/** There cannot be more cases than referrals: the sum of (a) and (b) can be. */
const casesCheck = ({ year, figures }: OwnYear, published: Figures): Check => {
  const of = { key: 'a_or_b', name: 'Cases in (a) or (b), against all referrals', year } as const
  const figure = published.get('referral_count')
  const ours = figures.a_or_b
  if (typeof ours !== 'number') return notCompared(of, null, againstPublished(figure), [ours.why])
  if (typeof figure !== 'number') return notCompared(of, ours, againstPublished(figure), [symbolReason(figure)])
  const theirs = { kind: 'range', low: null, high: figure, words: 'all referrals, as published' } as const
  return compared(of, { ours, theirs, bounds: { low: 0, high: figure }, tolerance: none }, (place) =>
    place === 'above' ? [...say('added-up', 'flag-at-contact'), reasonWords['window-differs']] : [],
  )
}

const whole = { key: 'year', name: 'Published figures' } as const

const notLoaded = (year: number, published: Published): Check => {
  const loaded = [...published.keys()]
  const earlier = loaded.length === 0 ? null : Math.max(...loaded)
  const first = `The Department’s figures of your authority for ${yearWords(year)} have not been loaded: whoever runs Throughline can load them.`
  const latest =
    earlier === null
      ? []
      : earlier < year
        ? [
            `The latest that are loaded are those for ${yearWords(earlier)}: the files are newer than what is published here.`,
          ]
        : [`There are figures for other years, up to ${yearWords(earlier)}.`]
  return notCompared({ ...whole, year }, null, { kind: 'none', words: 'not loaded' }, [first, ...latest])
}

/** One year of a borough's own figures held against what is published of its authority. */
export const yearChecks = (own: OwnYear, published: Published): readonly Check[] => {
  const figures = published.get(own.year)
  if (figures === undefined || figures.size === 0) return [notLoaded(own.year, published), codingCheck(own, published)]
  return [
    ...lines.map((line) => lineCheck(line, own, figures)),
    bandCheck(own, figures),
    casesCheck(own, figures),
    codingCheck(own, published),
  ]
}
