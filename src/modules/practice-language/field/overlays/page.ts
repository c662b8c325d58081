import { z } from 'zod'
import { jsonRoute } from '#platform/web/json-route.ts'
import type { Given } from '#platform/web/page.ts'
import { isPerson, notRecorded } from '#platform/web/route.ts'
import { seeRules } from '../../access.ts'
import { categories, levels } from '../../engine/index.ts'
import { paths } from '../../paths.ts'
import { overlaysFor } from '../../settings/checker.ts'

const words = z.array(z.string()).optional()

const change = z.object({
  extends: z.string(),
  disabled: z.boolean().optional(),
  level: z.enum(levels).optional(),
  'patterns+': words,
  'patterns-': words,
  'except+': words,
  why: z.string().optional(),
  reframe: z.string().optional(),
})

const ownRule = z.object({
  id: z.string(),
  category: z.enum(categories),
  level: z.enum(levels),
  who: z.enum(['survivor', 'notchild', 'any']).optional(),
  implicit: z.boolean().optional(),
  agentless: z.boolean().optional(),
  patterns: z.array(z.string()),
  except: words,
  why: z.string(),
  reframe: z.string(),
  source: words,
})

const source = z.object({ title: z.string(), url: z.string().optional(), where: z.string().optional() })

const overlay = z.object({
  name: z.string(),
  guidance: source.optional(),
  rules: z.array(z.union([change, ownRule])),
})

/** What the reader's borough changed of the rules, in the engine's own form: the check in the browser says the same as the one here. */
export const overlaysRoute = jsonRoute({
  path: paths.overlays,
  permission: seeRules,
  record: notRecorded('rules, with nobody named'),
  summary: 'The wording rules of one’s own borough, as changes to those that come with Throughline',
  answer: z.object({ overlays: z.array(overlay) }),
  async load({ actor, db, services }: Given<string>) {
    if (!isPerson(actor)) return null
    const { overlays } = await overlaysFor(db, actor.grant.organisationId, services.clock.today())
    return { overlays }
  },
})
