import { z } from 'zod'
import { permission } from '#platform/access/actor.ts'
import { keyPut, keyRoute } from '#platform/web/api-key-route.ts'
import { paths } from '../paths.ts'
import { readByCaseNumber, receiveFamily } from './api-store.ts'
import { exchangePaths } from './paths.ts'
import { caseNumber, receivedFamily } from './received.ts'
import { familyRecord } from './record.ts'
import { readRecord } from './record-store.ts'
import { day, id, text } from './words.ts'

/** For no role: a case management system with a key of its borough. */
const askWithKey = permission('cases.ask-with-key', [])

const found = z.strictObject({
  families: z.array(
    z.strictObject({
      id,
      caseNumber: text('The number that was asked for'),
      reference: text('What people say on the telephone'),
      openedOn: day('The day on which the record was opened'),
      closedOn: day('The day on which it was closed').nullable(),
      link: z.url().describe('Its page, for those who may see it'),
    }),
  ),
})

/** Which records have this number in the case management system? Never all of them: whoever asks has to know one. */
const findFamilies = keyRoute({
  path: exchangePaths.families,
  permission: askWithKey,
  summary: 'The records of a case number',
  query: z.strictObject({ caseNumber: caseNumber.describe('The number in the case management system') }),
  answer: found,
  load: async ({ db, query, services }) => ({
    families: (await readByCaseNumber(db, query.caseNumber)).map((row) => ({
      id: row.id,
      caseNumber: row.cms_id,
      reference: row.reference,
      openedOn: row.opened_on,
      closedOn: row.closed_on,
      link: `${services.baseUrl}${paths.family.to({ familyId: row.id })}`,
    })),
  }),
  record: {
    act: 'family.found-by-system',
    subjects: ({ families }) => families.map((family) => ({ kind: 'family', id: family.id })),
  },
})

const readFamilyRecord = keyRoute({
  path: exchangePaths.family,
  permission: askWithKey,
  summary: 'The record of a family, as its published schema says',
  query: z.strictObject({}),
  answer: familyRecord,
  load: ({ db, params, services }) => readRecord(db, params.id, { now: services.clock.now(), copy: null }),
  record: { act: 'family.read-by-system', subjects: ({ family }) => [{ kind: 'family', id: family.id }] },
})

/** Answered alike whether there was a record of this number or not, sealed or not. */
const putFamily = keyPut({
  path: exchangePaths.byCaseNumber,
  permission: askWithKey,
  summary: 'Opens a record with its people, once for each case number',
  act: 'family.sent-by-system',
  params: z.strictObject({ number: caseNumber }),
  body: receivedFamily,
  bodyLimit: 256 * 1024,
  save: ({ db, params, input }) => receiveFamily(db, params.number, input),
})

export const apiRoutes = [findFamilies, readFamilyRecord, putFamily]
