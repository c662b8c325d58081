import type { PastRelease } from '#modules/indicators/index.ts'
import { addDays, type LocalDate } from '#platform/dates.ts'
import { idOf } from '../ids.ts'
import type { Setting } from '../setting.ts'
import type { BoroughPlan } from './boroughs.ts'
import { type Computed, computedOnce, withholding } from './computed.ts'
import { type InventedFile, lastYear } from './returns.ts'
import type { Signers } from './signers.ts'

type Place = {
  readonly setting: Setting
  readonly plan: BoroughPlan
  readonly authority: string
  readonly signers: Signers
}
type Told = {
  readonly number: number
  readonly files: readonly InventedFile[]
  readonly madeOn: LocalDate
  readonly reason: string | null
  readonly analystNote: string
  readonly leadNote: string | null
}

/** A version computed by the definitions themselves from the files as they lay then, signed and, where the lead signed too, released. */
const saveVersion = ({ setting, plan, authority, signers }: Place, told: Told, earlier: readonly PastRelease[]) => {
  const id = idOf('change version', plan.name, told.number)
  const computed = computedOnce(`${plan.name} ${lastYear(setting.today)} ${told.number}`, told.files)
  const signedOn = addDays(told.madeOn, 1)
  const lockedOn = addDays(told.madeOn, 6)
  const isLocked = told.leadNote !== null && lockedOn <= setting.today
  setting.world.add('change_version', {
    id,
    authority_id: authority,
    number: told.number,
    definition: 'v1',
    reason: told.reason,
    files: json(told.files.map(fileIn)),
    figures: json(computed.figures),
    checks: json(computed.checks),
    made_by: signers.analyst,
    made_at: `${told.madeOn}T10:20:00Z`,
    analyst_by: signers.analyst,
    analyst_at: `${signedOn}T14:05:00Z`,
    analyst_note: told.analystNote,
    lead_by: isLocked ? signers.lead : null,
    lead_at: isLocked ? `${lockedOn}T09:40:00Z` : null,
    lead_note: isLocked ? told.leadNote : null,
  })
  return isLocked ? saveRelease({ setting, plan, authority, signers }, { id, computed, lockedOn }, earlier) : null
}

// Lists and objects go to the database in JSON, as every row of the demonstration does.
const json = (value: unknown) => value as string

const fileIn = (file: InventedFile) => ({
  id: file.id,
  kind: file.extract.kind,
  name: file.name,
  first: file.coversFrom,
  last: addDays(file.coversTo, -1),
  sha256: file.sha256.toString('hex'),
  mappingVersion: file.extract.kind === 'referral-flags' ? 1 : null,
})

type Locked = { readonly id: string; readonly computed: Computed; readonly lockedOn: LocalDate }

const saveRelease = (
  { setting: { world }, authority, signers }: Place,
  version: Locked,
  earlier: readonly PastRelease[],
) => {
  const release = version.computed.release(earlier)
  const id = idOf('change release', version.id)
  world.add('change_release', {
    id,
    authority_id: authority,
    version_id: version.id,
    highest_withheld: withholding.highestWithheld,
    zeros_hidden: withholding.zerosHidden,
    covers_from: release.starts,
    covers_to: release.ends,
    released_by: signers.lead,
    released_at: `${version.lockedOn}T09:40:00Z`,
  })
  for (const { measure, ends, status, events, mature } of release.cells) {
    world.add('change_release_cell', {
      authority_id: authority,
      release_id: id,
      measure,
      ends,
      months: 12,
      status,
      events,
      mature,
    })
  }
  return { id, figures: version.computed.figures, cells: release.cells }
}

/** The versions of a borough from the first to the one it stands at. */
export const saveVersions = (place: Place, files: readonly InventedFile[], resent: InventedFile | null): void => {
  const last = files.at(-1)
  if (last === undefined) return
  const first = saveVersion(
    place,
    {
      number: 1,
      files,
      madeOn: addDays(last.uploadedOn, 3),
      reason: null,
      analystNote: 'The faults listed were looked at with the systems team. None of them changes a total.',
      leadNote: place.plan.stands === 'with the lead' ? null : 'Read with the head of service.',
    },
    [],
  )
  if (resent === null || first === null || resent.uploadedOn > place.setting.today) return
  saveVersion(
    place,
    {
      number: 2,
      files: [...files, resent],
      madeOn: addDays(resent.uploadedOn, 2),
      reason:
        'Assessments authorised in the last weeks of March were entered late, so the census was made and sent again.',
      analystNote: 'Only the last quarter of the year moves. The earlier ones are as they were.',
      leadNote: 'Agreed. The late entries have been raised with the assessment teams.',
    },
    [first],
  )
}
