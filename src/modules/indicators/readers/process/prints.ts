import { createHmac } from 'node:crypto'
import type { Extract } from '../extract.ts'

/** The print of a child's id: the same under the same key in every file, and without the key it leads back to nobody. */
export const printOf = (key: Uint8Array, id: string): string =>
  createHmac('sha256', key).update(id).digest().subarray(0, 12).toString('base64url')

type OfChild = { readonly child: string }

/** The same extract with every child's id replaced by its print. */
export const withPrints = (extract: Extract, key: Uint8Array): Extract => {
  const prints = new Map<string, string>()
  const print = (id: string): string => {
    const made = prints.get(id) ?? printOf(key, id)
    prints.set(id, made)
    return made
  }
  const each = <T extends OfChild>(rows: readonly T[]): readonly T[] =>
    rows.map((row) => ({ ...row, child: print(row.child) }))
  const maybe = <T extends OfChild>(rows: readonly T[] | null): readonly T[] | null =>
    rows === null ? null : each(rows)
  switch (extract.kind) {
    case 'cin':
      return { ...extract, children: extract.children.map(print), episodes: each(extract.episodes) }
    case 'ssda903':
      return { ...extract, starts: each(extract.starts), unaccompanied: extract.unaccompanied.map(print) }
    case 'annex-a':
      return {
        ...extract,
        careStarts: maybe(extract.careStarts),
        referrals: maybe(extract.referrals),
        planStarts: maybe(extract.planStarts),
        unaccompanied: extract.unaccompanied.map(print),
      }
    case 'referral-flags':
      return { ...extract, flags: each(extract.flags) }
  }
}
