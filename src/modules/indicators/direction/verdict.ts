import type { Direction, NoLimits, Segment } from './direction.ts'
import { type Finding, latestOf } from './finding.ts'
import { periodWords } from './quarter-words.ts'
import { countedValue, type Line, type Point, restsOnFew } from './series.ts'

/** What may be said of a stretch. `possible`, `no sign yet`: the limits are on trial. */
type VerdictKind = 'nothing yet' | 'too few' | 'no limits' | 'no sign yet' | 'possible' | 'no sign' | 'sign'

/** `note` stands beside the words wherever they stand: that the limits are on trial. */
type Verdict = { readonly kind: VerdictKind; readonly words: string; readonly note: string | null }

const more: Readonly<Record<Line['kind'], Readonly<Record<Finding['side'], string>>>> = {
  count: { high: 'More were recorded', low: 'Fewer were recorded' },
  share: { high: 'A larger share was recorded', low: 'A smaller share was recorded' },
}

const inTime = (points: readonly Point[], { points: places }: Finding): string => {
  const [first, last] = [points[places[0] ?? -1], points[places.at(-1) ?? -1]]
  return first === undefined || last === undefined ? '' : periodWords(first.quarter, last.quarter)
}

const limitNames = { high: 'upper limit', low: 'lower limit' } as const

const signWords = ({ rule, side, points }: Finding): string => {
  const n = points.length
  switch (rule) {
    case 'outside limits':
      return `${n === 1 ? '1 quarter' : `${n} quarters in a row`} ${side === 'high' ? 'above' : 'below'} the ${limitNames[side]}`
    case 'seven rising or falling':
      return `${n} quarters in a row, each ${side === 'high' ? 'higher' : 'lower'} than the one before`
    case 'two of three near a limit':
      return `${n} quarters close to the ${limitNames[side]}`
    case 'seven on one side':
      return `${n} quarters in a row ${side === 'high' ? 'above' : 'below'} the mean`
  }
}

const fewWords = 'rests on fewer than 20 in at least one of these quarters'

/** A sign in plain words: what shows it, and when. Never that things are better or worse: only that more or fewer were recorded. */
export const findingWords = (direction: Pick<Direction, 'kind' | 'points'>, finding: Finding): string => {
  const { kind, points } = direction
  const few = finding.points.some((place) => {
    const point = points[place]
    return point !== undefined && restsOnFew(kind, point.known)
  })
  const said = `${more[kind][finding.side]}: ${signWords(finding)}, ${inTime(points, finding)}`
  return few ? `${said} (${fewWords})` : said
}

/** The sign that a table and a drawing name at a point. */
export const shortSign = ({ rule, side }: Finding): string => {
  const words = {
    'outside limits': side === 'high' ? 'above the upper limit' : 'below the lower limit',
    'seven rising or falling': side === 'high' ? '7 or more rising' : '7 or more falling',
    'two of three near a limit': `2 of 3 close to the ${limitNames[side]}`,
    'seven on one side': side === 'high' ? '7 or more above the mean' : '7 or more below the mean',
  } as const
  return words[rule]
}

const quarters = (n: number): string => (n === 1 ? '1 quarter' : `${n} quarters`)

const noLimitsWords: Readonly<Record<NoLimits, string>> = {
  'all alike': 'the quarters that limits would be made from are all alike',
  'too broken': 'no two quarters follow one another',
  'too rare': 'fewer than 2 were counted in an average quarter, too few for limits',
}

/** Whether the sign has ended: quarters that count have come since. */
const hasEnded = ({ points }: Direction, { to }: Segment, finding: Finding): boolean =>
  points.slice((finding.points.at(-1) ?? 0) + 1, to).some((point) => countedValue(point) !== null)

const nothingWords = ({ points }: Direction, { from, to }: Segment): string =>
  points.slice(from, to).every(({ known }) => known.kind === 'not collected')
    ? 'Not collected: your borough has added no file that says it'
    : 'No quarter can be counted yet'

const judged = (direction: Direction, segment: Segment): Pick<Verdict, 'kind' | 'words'> => {
  const { stage, counted, findings } = segment
  const finding = latestOf(findings)
  if (finding === null)
    return stage === 'trial'
      ? { kind: 'no sign yet', words: 'No sign of change yet' }
      : { kind: 'no sign', words: `No sign of change in ${quarters(counted)}` }
  const since = hasEnded(direction, segment, finding) ? '. No further sign since' : ''
  const said = `${findingWords(direction, finding)}${since}`
  return stage === 'trial' ? { kind: 'possible', words: `Possible change. ${said}` } : { kind: 'sign', words: said }
}

/** What may be said of a stretch, by how many of its points count: nothing below 6, on trial below 12. */
export const verdictOf = (direction: Direction, segment: Segment): Verdict => {
  const { stage, counted, noLimits } = segment
  const none = { note: null }
  if (counted === 0) return { ...none, kind: 'nothing yet', words: nothingWords(direction, segment) }
  if (stage === 'dots')
    return { ...none, kind: 'too few', words: `${quarters(counted)} so far: too few to speak of a direction` }
  if (noLimits !== null)
    return { ...none, kind: 'no limits', words: `No direction can be told: ${noLimitsWords[noLimits]}` }
  const onTrial = `Limits are on trial until there are 12 quarters; there are ${counted}`
  return { ...judged(direction, segment), note: stage === 'trial' ? onTrial : null }
}
