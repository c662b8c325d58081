import { z } from 'zod'
import { releasedMeasures } from '../../definition/measure.ts'
import { definitionSet } from '../released.ts'

const day = (description: string) => z.iso.date().describe(description)

const cell = z.strictObject({
  measure: z.enum(releasedMeasures).describe('What is counted, by its name in files'),
  first: day('The first day of the twelve months'),
  last: day('Their last day'),
  months: z.literal(12),
  status: z
    .enum(['shown', 'withheld', 'not computable', 'not collected'])
    .describe(
      'shown: events is a number, and 0 means that there was none. Otherwise events is null, and this says why',
    ),
  events: z.int().min(0).nullable().describe('How many; null unless status is shown'),
  stillMaturing: z
    .boolean()
    .nullable()
    .describe('Whether a later file may still add to it; null where nothing was counted'),
})

const release = z.strictObject({
  id: z.guid().describe('Its id here, which never changes'),
  version: z.guid().describe('The id of the signed version that it was made of'),
  releasedAt: z.iso.datetime().describe('When it left the borough'),
  covers: z.strictObject({ first: day('The first day of all windows'), last: day('Their last day') }),
  withheld: z.strictObject({
    upTo: z.int().min(5).max(20).describe('Numbers up to this one are withheld, and others that would give them away'),
    zerosToo: z.boolean().describe('Whether 0 is withheld as well'),
  }),
  cells: z.array(cell).describe('By measure, the earliest twelve months first'),
})

/** What a borough has released last, as its own system reads it with a key. Nothing that was not released is in it. */
export const ownRelease = z.strictObject({
  definition: z.literal(definitionSet).describe('The definition set by which it was computed'),
  release: release.nullable().describe('null: nothing has been released yet'),
})

/** The published JSON Schema. Its name is the same wherever it is served from. */
export const ownReleaseSchema = () => ({
  $id: 'urn:throughline:schema:change-data:v1',
  ...z.toJSONSchema(ownRelease, { target: 'draft-2020-12' }),
})
