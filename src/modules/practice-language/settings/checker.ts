import { createHash } from 'node:crypto'
import type { LocalDate } from '#platform/dates.ts'
import type { ReadDb } from '#platform/db/connection.ts'
import type { Given } from '#platform/web/page.ts'
import { isPerson } from '#platform/web/route.ts'
import { type Checker, makeChecker, type Overlay } from '../engine/index.ts'
import { shippedModel } from '../model-file.ts'
import { shippedRules } from '../shipped-rules.ts'
import type { Decision, SkippedDecision } from './overlay.ts'
import { type RuleShown, rulesShown } from './rule-state.ts'
import { readInForce } from './store.ts'
import { toOverlays } from './to-overlays.ts'

/** What an organisation changed of the rules, today. Alike overlays have the same `version`, whoever has them. */
export type Overlays = {
  readonly version: string
  readonly overlays: readonly Overlay[]
  /** Those that count, as they were decided. */
  readonly decisions: readonly Decision[]
  /** Those that the engine cannot use: checking goes on without them. */
  readonly skipped: readonly SkippedDecision[]
}

export const overlaysFor = async (db: ReadDb, organisationId: string, today: LocalDate): Promise<Overlays> => {
  const { overlays, skipped, used } = toOverlays(shippedRules, await readInForce(db, organisationId, today))
  const version = createHash('sha256').update(JSON.stringify(overlays)).digest('base64url')
  return { version, overlays, decisions: used, skipped }
}

// A borough's checker is made once for each state of its rules; some more than there are boroughs in a partnership.
const most = 40
const made = new Map<string, Checker>()

/** The checker of an organisation's overlays, made once for each version of them. */
export const checkerOf = ({ version, overlays }: Pick<Overlays, 'version' | 'overlays'>): Checker => {
  const checker = made.get(version) ?? makeChecker({ rules: shippedRules, overlays, model: shippedModel() })
  made.delete(version)
  made.set(version, checker)
  const oldest = made.keys().next()
  if (made.size > most && !oldest.done) made.delete(oldest.value)
  return checker
}

/** The checker as somebody's organisation has it; for nobody signed in, as it is shipped. Reads in the transaction of their role. */
export const checkerFor = async ({
  actor,
  db,
  services,
}: Pick<Given<string>, 'actor' | 'db' | 'services'>): Promise<Checker> =>
  checkerOf(
    isPerson(actor)
      ? await overlaysFor(db, actor.grant.organisationId, services.clock.today())
      : { version: 'shipped', overlays: [] },
  )

/** Every rule as an organisation has it today. */
export const rulesOf = async (db: ReadDb, organisationId: string, today: LocalDate): Promise<RuleShown[]> =>
  rulesShown(shippedRules, (await overlaysFor(db, organisationId, today)).decisions)
