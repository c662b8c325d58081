import { overdispersion, type Unit } from '#platform/statistics/index.ts'

/** Whether units may be shown in a funnel. `phi`: how much they differ beyond chance, 1 being chance; null where it was not looked at. */
type FunnelVerdict = {
  readonly valid: boolean
  readonly because: 'too few' | 'bases too small' | 'nothing varies' | 'differ beyond chance' | 'fits'
  readonly phi: number | null
  readonly words: string
}

/** Fewer units than this, and the funnel is drawn through the very units that it judges. */
const fewestUnits = 15
/** So many expected of either kind: below, limits made for large samples do not hold. */
const fewestExpected = 5
/** Twice what chance makes: of 15 units that differ by chance only, fewer than 1 in 100 sets reaches it. */
const mostPhi = 2

const numberWords = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'] as const
const counted = (n: number): string => numberWords[n] ?? String(n)

const withEnough = (units: readonly Unit[]): Unit[] => {
  const events = units.reduce((total, { count }) => total + count, 0)
  const bases = units.reduce((total, { n }) => total + n, 0)
  const rarer = bases === 0 ? 0 : Math.min(events, bases - events) / bases
  return units.filter(({ n }) => n * rarer >= fewestExpected)
}

/**
 * Whether a funnel of shares is fair: many similar units, at least 15 of them with a large enough base, which do not differ far beyond chance. Six boroughs
 * never are; each is compared with itself. Whether the units are similar nobody can compute: who asks has to know.
 * @param many what the units are called: 'boroughs', 'teams'.
 * @throws RangeError unless each is a part of a whole.
 */
export const funnelVerdict = (units: readonly Unit[], many: string): FunnelVerdict => {
  const result = overdispersion(units.filter(({ n }) => n > 0))
  if (units.length < fewestUnits) {
    const [is, each] = units.length === 1 ? ['is', 'it'] : ['are', 'each']
    const words = `${counted(units.length)} ${many} ${is} too few for a funnel: ${each} is compared with itself`
    return { valid: false, because: 'too few', phi: null, words }
  }
  if (result === null)
    return { valid: false, because: 'nothing varies', phi: null, words: `Nothing differs between the ${many}` }
  const enough = withEnough(units)
  if (enough.length < fewestUnits) {
    const words = `${enough.length} of ${units.length} ${many} have a base that is large enough, and a funnel needs ${fewestUnits}`
    return { valid: false, because: 'bases too small', phi: null, words }
  }
  const { phi } = overdispersion(enough) ?? result
  if (phi > mostPhi) {
    const words = `The ${many} differ ${phi.toFixed(1)} times as much as chance would make them: they may not count the same thing, and a funnel would call most of them unusual`
    return { valid: false, because: 'differ beyond chance', phi, words }
  }
  const words = `${enough.length} ${many} with a large enough base, differing ${phi.toFixed(1)} times as much as chance: a funnel may be shown`
  return { valid: true, because: 'fits', phi, words }
}
