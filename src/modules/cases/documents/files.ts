import type { ReadDb } from '#platform/db/connection.ts'
import type { DocumentBlock } from '#platform/documents/index.ts'
import type { Path } from '#platform/web/path.ts'
import type { Route } from '#platform/web/route.ts'
import { readGuidance } from '../engagement/guidance-store.ts'
import { loadForm } from '../engagement/load.ts'
import { stampPeople } from '../engagement/people-store.ts'
import { familyRecord } from '../exchange/record.ts'
import { readRecord } from '../exchange/record-store.ts'
import { readFamily } from '../family-store.ts'
import { paths } from '../paths.ts'
import { type CaseRecord, readCaseRecord } from './case-record.ts'
import { conferenceBlocks } from './conference.ts'
import { formBlocks } from './form-blocks.ts'
import { patternMapBlocks } from './pattern-map.ts'
import { planBlocks } from './plan-blocks.ts'
import { asFile, asJson, takenFile } from './take.tsx'

const types = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const

type OfRecord = {
  readonly path: Path
  readonly act: string
  readonly kind: 'pdf' | 'docx'
  readonly name: string
  readonly title: string
  readonly blocks: (record: CaseRecord) => DocumentBlock[]
}

const fileOfRecord = ({ path, act, kind, name, title, blocks }: OfRecord): Route =>
  takenFile({
    path,
    act,
    type: types[kind],
    name,
    async load({ db, asked, services }, copy) {
      const record = await readCaseRecord(db, asked.params['familyId'] ?? '', services.clock.today())
      if (record === null) return null
      const { family } = record
      return { family, ready: asFile(kind, { title, blocks: blocks(record) }, family, copy) }
    },
  })

const patternFile = fileOfRecord({
  path: paths.patternPdf as Path, // its parts are read by name
  act: 'family.pattern-copy-taken',
  kind: 'pdf',
  name: 'pattern.pdf',
  title: 'Pattern map',
  blocks: patternMapBlocks,
})

const planFile = fileOfRecord({
  path: paths.planPdf as Path, // its parts are read by name
  act: 'family.plan-copy-taken',
  kind: 'pdf',
  name: 'plan.pdf',
  title: 'Plan',
  blocks: planBlocks,
})

const conference = { act: 'family.conference-copy-taken', title: 'Conference report', blocks: conferenceBlocks }
const conferencePdf = fileOfRecord({
  ...conference,
  path: paths.conferencePdf as Path, // its parts are read by name
  kind: 'pdf',
  name: 'conference.pdf',
})
const conferenceDocx = fileOfRecord({
  ...conference,
  path: paths.conferenceDocx as Path, // its parts are read by name
  kind: 'docx',
  name: 'conference.docx',
})

const formFile = takenFile({
  path: paths.formPdf,
  act: 'family.engagement-form-copy-taken',
  type: types.pdf,
  name: 'form.pdf',
  async load(given, copy) {
    const loaded = await loadForm(given, given.params)
    if (loaded === null) return null
    const { family, form } = loaded
    const printed = { loaded, people: await peopleOn(given.db, loaded), guidance: await readGuidance(given.db) }
    const title = form.state === 'completed' ? 'Engagement form' : 'Engagement form, not completed'
    return { family, ready: asFile('pdf', { title, blocks: formBlocks(printed) }, family, copy) }
  },
})

const peopleOn = (db: ReadDb, { form, family }: NonNullable<Awaited<ReturnType<typeof loadForm>>>) =>
  form.state === 'completed' ? form.people : stampPeople(db, family)

const recordFile = takenFile({
  path: paths.recordJson,
  act: 'family.record-copy-taken',
  type: 'application/json',
  name: 'record.json',
  async load({ db, params, services }, copy) {
    const family = await readFamily(db, params.familyId)
    const record = family && (await readRecord(db, family.id, { now: services.clock.now(), copy: copy.number }))
    return family && record ? { family, ready: asJson(familyRecord.parse(record)) } : null
  },
})

export const takenFiles: readonly Route[] = [patternFile, planFile, conferencePdf, conferenceDocx, formFile, recordFile]
