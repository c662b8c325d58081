import { z } from 'zod'
import { familyRecord } from './record.ts'

/** The published JSON Schema of a family's record. Its name is the same wherever it is served from. */
export const recordSchema = () => ({
  $id: 'urn:throughline:schema:family-record:v1',
  ...z.toJSONSchema(familyRecord, { target: 'draft-2020-12' }),
})
