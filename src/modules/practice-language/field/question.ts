import type { Roles } from '../engine/index.ts'

/** What a finding asks, with the names that were given in the place of [perpetrator] and [survivor]. Without names the brackets stay. */
export const question = (reframe: string, { perpetrator, survivor }: Roles = {}): string =>
  reframe.replaceAll(/\[(perpetrator|survivor)\]/gi, (bracket, who: string) => {
    const name = (who.toLowerCase() === 'survivor' ? survivor : perpetrator)?.[0]
    if (name === undefined) return bracket
    return who.startsWith('P') || who.startsWith('S') ? name.slice(0, 1).toUpperCase() + name.slice(1) : name
  })
