/**
 * Chance of a value of at most t, for a whole number of degrees of freedom, by the finite series of Abramowitz &
 * Stegun 26.7.3 and 26.7.4.
 * @throws RangeError unless df is a whole number from 1.
 */
export const studentCdf = (t: number, df: number): number => {
  if (!Number.isSafeInteger(df) || df < 1)
    throw new RangeError(`Degrees of freedom must be a whole number from 1, not ${df}`)
  const angle = Math.atan(t / Math.sqrt(df))
  const odd = df % 2 === 1
  const squared = Math.cos(angle) ** 2
  let term = odd ? Math.cos(angle) : 1
  let total = odd && df === 1 ? 0 : term
  for (let k = odd ? 2 : 1; k <= df - 3; k += 2) {
    term *= (squared * k) / (k + 1)
    total += term
  }
  const within = odd ? (2 / Math.PI) * (angle + Math.sin(angle) * total) : Math.sin(angle) * total
  return (1 + within) / 2
}

/**
 * The value that a share `p` of Student's t lies below.
 * @throws RangeError unless 0 < p < 1 and df is a whole number from 1.
 */
export const studentQuantile = (p: number, df: number): number => {
  if (!(p > 0 && p < 1)) throw new RangeError(`A probability must lie between 0 and 1, not ${p}`)
  if (p < 0.5) return -studentQuantile(1 - p, df)
  let [low, high] = [0, 1]
  while (studentCdf(high, df) < p && high < 1e12) high *= 2
  for (let step = 0; step < 100; step++) {
    const middle = (low + high) / 2
    if (studentCdf(middle, df) < p) low = middle
    else high = middle
  }
  return (low + high) / 2
}
