/**
 * The statistics that the product prints, each checked against published values (README.md). Pure functions: shares are
 * proportions from 0 to 1, `null` means that nothing can be said, a RangeError that the caller passed what cannot be.
 */
export { monthsBetween } from '../dates.ts'
export { type Ratings, type RatingsAgreement, ratingsAgreement } from './agreement-ratings.ts'
export { type AgreementEstimate, type TableAgreement, tableAgreement } from './agreement-table.ts'
export { signTest } from './binomial.ts'
export { byar } from './byar.ts'
export { funnelLimits, overdispersion, pChartLimits, type Unit } from './funnel.ts'
export { krippendorff, type Metric } from './krippendorff.ts'
export { type McNemar, mcnemar } from './mcnemar.ts'
export { newcombe, newcombePaired, type PairedCounts } from './newcombe.ts'
export { normalCdf, normalQuantile, zFor } from './normal.ts'
export { type Estimate, type Interval, mean, median } from './numbers.ts'
export { ratePerMonth } from './rate.ts'
export { fixed, round, truncate } from './rounding.ts'
export {
  hodgesLehmann,
  pairedChanges,
  type SignedRank,
  signedRank,
  signedRankApproximation,
  type Zeros,
} from './signed-rank.ts'
export { studentQuantile } from './student.ts'
export { wilson } from './wilson.ts'
export { type Series, type Stage, stageOf, type XmrLimits, type XmrOptions, xmrLimits } from './xmr.ts'
export { type XmrRule, type XmrSignal, xmrSignals } from './xmr-rules.ts'
