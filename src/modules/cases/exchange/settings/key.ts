import type { LocalDate } from '#platform/dates.ts'

/** A key of the borough's case management system: never the key itself. */
export type ApiKey = {
  readonly id: string
  readonly name: string
  readonly madeBy: string
  readonly madeAt: Date
  /** The first day on which it does not work. */
  readonly expiresOn: LocalDate
  readonly revokedAt: Date | null
  readonly lastUsedOn: LocalDate | null
}

/** How a key stands on a day. */
export const stateOf = ({ revokedAt, expiresOn }: ApiKey, today: LocalDate): 'works' | 'ended' | 'ran out' =>
  revokedAt !== null ? 'ended' : expiresOn <= today ? 'ran out' : 'works'

/** What a form sends back of the address that it showed. */
export const versionOf = (link: string | null): string => link ?? 'none'
