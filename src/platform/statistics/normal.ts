/*
 * The standard normal distribution, to about 1e-15. Written out because a common package's quantile is wrong in the
 * third decimal (1.957 for 1.95996), which is enough to change a printed interval.
 */

/** Height of the curve at x. */
export const normalDensity = (x: number): number => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)

/** Chance of a value above x; keeps its relative accuracy far out, where 1 - cdf would lose it. */
export const normalTail = (x: number): number => {
  if (Math.abs(x) > 3) return x > 0 ? farTail(x) : 1 - farTail(-x)
  return 0.5 - normalDensity(x) * series(x)
}

/** Chance of a value of at most x. */
export const normalCdf = (x: number): number => normalTail(-x)

// Marsaglia (2004): x + x^3/3 + x^5/(3*5) + ...; all terms have one sign, so nothing cancels.
const series = (x: number): number => {
  let term = x
  let total = x
  for (let divisor = 3; total + term !== total; divisor += 2) {
    term *= (x * x) / divisor
    total += term
  }
  return total
}

// Laplace's continued fraction, evaluated from the inside; 150 levels are far more than x > 3 needs.
const farTail = (x: number): number => {
  let fraction = x
  for (let level = 150; level >= 1; level--) fraction = x + level / fraction
  return normalDensity(x) / fraction
}

/**
 * The value that a share `p` of the distribution lies below.
 * @throws RangeError unless 0 < p < 1.
 */
export const normalQuantile = (p: number): number => {
  if (!(p > 0 && p < 1)) throw new RangeError(`A probability must lie between 0 and 1, not ${p}`)
  if (p === 0.5) return 0
  return p < 0.5 ? -upperQuantile(p) : upperQuantile(1 - p)
}

// Abramowitz & Stegun 26.2.22 as a start (error below 0.003), then Halley's step until it stands still.
const upperQuantile = (tail: number): number => {
  const t = Math.sqrt(-2 * Math.log(tail))
  let x = t - (2.30753 + 0.27061 * t) / (1 + t * (0.99229 + 0.04481 * t))
  for (let step = 0; step < 4; step++) {
    const error = (normalTail(x) - tail) / normalDensity(x)
    x += error / (1 - (x * error) / 2)
  }
  return x
}

/**
 * How many standard errors a two-sided interval reaches: 1.96 for 0.95.
 * @throws RangeError unless 0 < confidence < 1.
 */
export const zFor = (confidence: number): number => normalQuantile((1 + confidence) / 2)
