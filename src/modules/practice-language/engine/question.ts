import type { Roles } from './finding.ts'

const unnamed = { perpetrator: 'the abusive person', survivor: 'the harmed person' } as const

/** What a finding asks, with the names that were given in the place of `[perpetrator]` and `[survivor]`; without them, never a label. */
export const question = (reframe: string, { perpetrator, survivor }: Roles = {}): string =>
  reframe.replaceAll(/\[(perpetrator|survivor)\]/gi, (_, who: string) => {
    const isSurvivor = who.toLowerCase() === 'survivor'
    const name = (isSurvivor ? survivor : perpetrator)?.[0] ?? (isSurvivor ? unnamed.survivor : unnamed.perpetrator)
    const begins = who.startsWith('P') || who.startsWith('S')
    return begins ? name.slice(0, 1).toUpperCase() + name.slice(1) : name
  })
