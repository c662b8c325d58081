import { createHash } from 'node:crypto'

const digest = (...name: readonly (string | number)[]) =>
  createHash('sha256')
    .update(JSON.stringify(['throughline demonstration', ...name]))
    .digest('hex')

/** The same name gives the same UUID (version 8: made by a rule of one's own) in every run. */
export const idOf = (...name: readonly (string | number)[]): string => {
  const hex = digest(...name)
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  )
}

/** A pseudonymous reference such as `HAC-4F2A91C0`: it leads back to nothing, because there is nobody behind it. */
export const referenceOf = (authority: string, ...name: readonly (string | number)[]): string =>
  `${prefixOf(authority)}-${digest('reference', authority, ...name)
    .slice(0, 8)
    .toUpperCase()}`

// Barnet and Barking and Dagenham would both be BAR.
const prefixOf = (authority: string) => {
  const initials = authority.split(' ').filter((word) => word !== 'and')
  return (initials.length > 1 ? initials.map((word) => word[0]).join('') : authority.slice(0, 3)).toUpperCase()
}
