import { type Extract, extractSealing } from '#modules/indicators/index.ts'
import { addDays } from '#platform/dates.ts'
import { idOf } from '../ids.ts'
import { authorityOf, type Setting } from '../setting.ts'
import { type BoroughPlan, boroughPlans } from './boroughs.ts'
import { faultsOf } from './faults.ts'
import { type InventedFile, returnsOf } from './returns.ts'
import { signersOf } from './signers.ts'

// Bytes go to the database in JSON, as PostgreSQL writes them; lists and objects as they are.
const inHex = (bytes: Buffer) => `\\x${bytes.toString('hex')}` as unknown as Buffer & string
const json = (value: unknown) => value as string

/** The files of the boroughs, sealed under the installation's secret: without it there is nothing that they could be opened with. */
export const saveReturnFiles = async (setting: Setting, secret: string): Promise<void> => {
  const there = new Set(setting.world.rows('change_version').map(({ authority_id }) => authority_id))
  for (const plan of boroughPlans) {
    const { id } = authorityOf(setting, plan.name)
    if (there.has(id)) await saveBorough(setting, plan, id, secret)
  }
}

const saveBorough = async (setting: Setting, plan: BoroughPlan, authority: string, secret: string) => {
  const sealing = extractSealing(secret)
  const by = signersOf(setting, authority).analyst
  const { files, resent } = returnsOf(plan, setting.today)
  setting.world.add('return_key', { authority_id: authority, sealed: inHex(sealing.newKey(authority)) })
  const all = resent === null ? files : [...files, resent]
  for (const file of all.filter(({ uploadedOn }) => uploadedOn <= setting.today)) {
    const extract = await sealing.seal(file.id, file.extract)
    saveFile(setting, plan, { file, authority, by, extract })
  }
  const [first] = files
  if (plan.name === 'Newham' && first !== undefined)
    saveMistake(setting, plan, { file: first, authority, by, extract: null })
}

type Kept = {
  readonly file: InventedFile
  readonly authority: string
  readonly by: string
  readonly extract: Buffer | null
}

/** How many rows of each kind, as the readers count them. */
const rowsOfExtract = (extract: Extract): Record<string, number> => {
  switch (extract.kind) {
    case 'cin': {
      const all = extract.episodes.flatMap(({ assessments }) => assessments)
      return {
        children: extract.children.length,
        episodes: extract.episodes.length,
        assessments: all.length,
        assessmentsAuthorised: all.filter(({ authorised }) => authorised !== null).length,
        plans: extract.episodes.reduce((sum, { plans }) => sum + plans.length, 0),
      }
    }
    case 'ssda903':
      return { children: extract.starts.length, episodes: extract.starts.length, starts: extract.starts.length }
    case 'referral-flags': {
      const count = (abuse: string) => extract.flags.filter((flag) => flag.abuse === abuse).length
      return { rows: extract.flags.length, yes: count('yes'), no: count('no'), unknown: count('unknown') }
    }
    default:
      return {}
  }
}

const factsOf = (plan: BoroughPlan, { extract, coversTo }: InventedFile) => ({
  rows: rowsOfExtract(extract),
  year: extract.kind === 'cin' ? extract.year : null,
  referenceDate: extract.kind === 'cin' ? addDays(coversTo, -1) : null,
  authority: extract.kind === 'cin' ? plan.code : null,
  writtenAt: extract.kind === 'cin' ? extract.writtenAt : null,
  files: 1,
})

const rowOf = (plan: BoroughPlan, { file, authority, by }: Kept) => ({
  authority_id: authority,
  kind: file.extract.kind,
  name: file.name,
  bytes: String(1350 * Object.values(rowsOfExtract(file.extract)).reduce((most, n) => Math.max(most, n), 1)),
  covers_from: file.coversFrom,
  covers_to: file.coversTo,
  facts: json(factsOf(plan, file)),
  mapping_version: file.extract.kind === 'referral-flags' ? 1 : null,
  uploaded_by: by,
})

const saveFile = ({ world }: Setting, plan: BoroughPlan, kept: Kept) => {
  const { file, authority, extract } = kept
  const faults = faultsOf(plan, file)
  world.add('return_file', {
    ...rowOf(plan, kept),
    id: file.id,
    sha256: inHex(file.sha256),
    fault_count: faults.length,
    extract: extract === null ? null : inHex(extract),
    uploaded_at: `${file.uploadedOn}T09:30:00Z`,
    withdrawn_by: null,
    withdrawn_at: null,
    withdrawn_reason: null,
  })
  for (const [index, fault] of faults.entries()) {
    world.add('return_fault', { authority_id: authority, file_id: file.id, number: index + 1, ...fault })
  }
}

/** The census of one year uploaded once as that of another, noticed and withdrawn: its extract went at once. */
const saveMistake = ({ world }: Setting, plan: BoroughPlan, kept: Kept) => {
  world.add('return_file', {
    ...rowOf(plan, kept),
    id: idOf('return file', plan.name, 'mistake'),
    name: 'CIN_census_TEST_system.xml',
    sha256: inHex(Buffer.alloc(32, 7)),
    fault_count: 0,
    extract: null,
    uploaded_at: `${addDays(kept.file.uploadedOn, -2)}T16:10:00Z`,
    withdrawn_by: kept.by,
    withdrawn_at: `${addDays(kept.file.uploadedOn, -1)}T08:55:00Z`,
    withdrawn_reason: 'It came from the training copy of the case system, not from the live one.',
  })
}
