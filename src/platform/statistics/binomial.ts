import { requirePart } from './numbers.ts'

/** Chance of at most k heads in n throws of a fair coin. Summed in logarithms, so n may be in the thousands. */
export const coinAtMost = (k: number, n: number): number => {
  requirePart(k, n)
  let logTerm = -n * Math.LN2
  let total = Math.exp(logTerm)
  for (let heads = 1; heads <= k; heads++) {
    logTerm += Math.log(n - heads + 1) - Math.log(heads)
    total += Math.exp(logTerm)
  }
  return Math.min(1, total)
}

/** Two-sided exact p for `a` against `b` where either was equally likely (sign test, exact McNemar); 1 when both are 0. */
export const signTest = (a: number, b: number): number => Math.min(1, 2 * coinAtMost(Math.min(a, b), a + b))
