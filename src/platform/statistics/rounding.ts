/*
 * Rounding as a person with a pencil does it: on the decimal digits that the number prints as, halves away from zero.
 * Math.round and toFixed work on the binary value, so 1.005 becomes "1.00" and -2.5 becomes -2.
 */

const split = (value: number, decimals: number): { kept: bigint; rest: bigint; unit: bigint } | null => {
  if (!Number.isFinite(value)) throw new RangeError(`Cannot round ${value}`)
  if (!Number.isSafeInteger(decimals) || decimals < 0)
    throw new RangeError(`Decimals must be a whole number from 0, not ${decimals}`)
  const [mantissa = '0', exponent = '0'] = String(Math.abs(value)).split('e')
  const [whole = '0', fraction = ''] = mantissa.split('.')
  const surplus = fraction.length - Number(exponent) - decimals
  if (surplus <= 0) return null
  const unit = 10n ** BigInt(surplus)
  const digits = BigInt(whole + fraction)
  return { kept: digits / unit, rest: digits % unit, unit }
}

const join = (kept: bigint, decimals: number, value: number): number => {
  const result = Number(`${kept}e-${decimals}`)
  // Never -0, which would print as "-0".
  return value < 0 && result !== 0 ? -result : result
}

/**
 * To so many decimals, halves away from zero: 1.005 to 2 is 1.01, -0.5 to 0 is -1.
 * @throws RangeError unless the value is finite and decimals a whole number from 0.
 */
export const round = (value: number, decimals: number): number => {
  const parts = split(value, decimals)
  if (!parts) return value === 0 ? 0 : value
  return join(parts.rest * 2n >= parts.unit ? parts.kept + 1n : parts.kept, decimals, value)
}

/**
 * Cut off after so many decimals, towards zero: 0.0875 to 2 is 0.08. For recognising how a published figure was made.
 * @throws RangeError as `round`.
 */
export const truncate = (value: number, decimals: number): number => {
  const parts = split(value, decimals)
  return parts ? join(parts.kept, decimals, value) : value === 0 ? 0 : value
}

/** Rounded and printed with exactly so many decimals: 0.1 to 2 is `0.10`. Throws as `round`. */
export const fixed = (value: number, decimals: number): string => round(value, decimals).toFixed(decimals)
