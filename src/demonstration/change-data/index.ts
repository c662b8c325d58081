import { addDays } from '#platform/dates.ts'
import { idOf } from '../ids.ts'
import { authorityOf, membersOn, type Setting } from '../setting.ts'
import { type BoroughPlan, boroughPlans } from './boroughs.ts'
import { saveMarks } from './marks.ts'
import { returnsOf } from './returns.ts'
import { signersOf } from './signers.ts'
import { saveVersions } from './versions.ts'

export { saveReturnFiles } from './files.ts'

/** Figures computed from invented statutory returns, signed and released; what is marked on their lines; how a borough's table is read. */
export const saveComputedChangeData = (setting: Setting): void => {
  const members = membersOn(setting, setting.today)
  for (const plan of boroughPlans) {
    const authority = authorityOf(setting, plan.name)
    if (members.includes(authority)) saveBorough(setting, plan, authority.id)
  }
}

const saveBorough = (setting: Setting, plan: BoroughPlan, authority: string): void => {
  const signers = signersOf(setting, authority)
  const { files, resent } = returnsOf(plan, setting.today)
  saveVersions({ setting, plan, authority, signers }, files, resent)
  saveMarks(setting, plan.name, authority, signers.analyst)
  const [first] = files
  if (plan.flags === null || first === undefined) return
  setting.world.add('return_mapping', {
    id: idOf('return mapping', plan.name),
    authority_id: authority,
    version: 1,
    columns: mapping,
    set_at: plan.name === 'Hackney' ? 'contact' : 'referral',
    police_without_referral: plan.name === 'Newham' ? 'not known' : 'excluded',
    saved_by: signers.analyst,
    saved_at: `${addDays(first.uploadedOn, -1)}T15:00:00Z`,
  })
}

// Goes to the database in JSON, as every row of the demonstration does.
const mapping = {
  child: 'child_id',
  date: 'referral_date',
  flag: 'dv_at_referral',
  referral: null,
  yes: ['Y', 'Yes'],
  no: ['N', 'No'],
  dateForm: 'day-first',
} as unknown as string
