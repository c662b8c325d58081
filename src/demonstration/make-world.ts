import type { LocalDate } from '#platform/dates.ts'
import { saveComputedChangeData } from './change-data/index.ts'
import { saveFamilies } from './families/index.ts'
import { employeeOf, saveAccounts } from './people/accounts.ts'
import { placeLeads } from './people/leads.ts'
import { saveOrganisations } from './people/organisations.ts'
import { signInPlans } from './people/sign-ins.ts'
import { makeWorkforce, savePeople, saveTeams } from './people/workforce.ts'
import type { Published } from './published-figures.ts'
import { fillSeats } from './published-year/attendance.ts'
import { saveAudits } from './published-year/audits.ts'
import { saveChangeData } from './published-year/change-data.ts'
import { saveConsultations } from './published-year/consultations.ts'
import { saveGovernance } from './published-year/governance.ts'
import { saveHub } from './published-year/hub.ts'
import { saveProgrammes, saveReferrals } from './published-year/marketplace.ts'
import { savePrinted } from './published-year/printed.ts'
import { publishedBlocks, publishedSeats, saveBlocks, saveCourses } from './published-year/training.ts'
import { authorityOf, makeSetting, type Setting } from './setting.ts'
import { saveLiveAudits } from './this-term/audits.ts'
import { saveLiveChangeData } from './this-term/change-data.ts'
import { saveLiveConsultations } from './this-term/consultations.ts'
import { saveLiveViews } from './this-term/hub.ts'
import { saveLiveReferrals } from './this-term/marketplace.ts'
import { saveLiveStages } from './this-term/stages.ts'
import { hireUntrained, liveBlocks, liveSeats } from './this-term/training.ts'
import { saveWording } from './this-term/wording.ts'
import { leaveOut, makeWorld, type World } from './world.ts'

export type WorldOptions = {
  readonly published: Published
  readonly today: LocalDate
  readonly passphraseHash: string
  /** Names of authorities whose records are left out. */
  readonly without: readonly string[]
}

/** Everything that the demonstration holds on a day, made from the published figures alone: no clock, no database, no true chance. */
export const makeDemonstrationWorld = (options: WorldOptions): World => makeDemonstrationSetting(options).world

/** The same with its setting, for what is added to it under the installation's secret. */
export const makeDemonstrationSetting = ({ published, today, passphraseHash, without }: WorldOptions): Setting => {
  const setting = makeSetting(makeWorld(), published, today)
  const leftOut = without.map((name) => authorityOf(setting, name).id)
  saveOrganisations(setting)
  saveLiveStages(setting)
  saveTeams(setting)
  savePeopleAndTheirDays(setting)
  saveAccounts(setting, passphraseHash)
  saveProgrammes(setting)
  saveReferrals(setting)
  saveLiveReferrals(setting)
  saveHub(setting)
  saveLiveViews(setting)
  saveAudits(setting)
  saveLiveAudits(setting)
  saveChangeData(setting)
  saveLiveChangeData(setting)
  saveComputedChangeData(setting)
  saveGovernance(setting)
  savePrinted(setting)
  saveWording(setting)
  saveFamilies(setting)
  leaveOut(setting.world, new Set(leftOut))
  return setting
}

/** Training and consultations need people, and people are taken on as those records ask for them: borough by borough. */
const savePeopleAndTheirDays = (setting: Setting) => {
  const courses = saveCourses(setting)
  const blocks = [...publishedBlocks(setting, courses), ...liveBlocks(setting, courses)]
  saveBlocks(setting, blocks)
  const seats = [
    ...publishedSeats(setting, blocks),
    ...liveSeats(
      setting,
      blocks.filter(({ term }) => term.number > 2),
    ),
  ]
  for (const authority of setting.authorities) {
    const signedUp = signInPlans
      .filter(({ organisation }) => organisation === authority.name)
      .map((plan) => employeeOf(setting, plan))
    const workforce = makeWorkforce(
      setting,
      authority,
      signedUp.map(({ name }) => name),
    )
    for (const employee of signedUp) workforce.place(employee)
    placeLeads(workforce)
    fillSeats(
      setting,
      workforce,
      seats.filter(({ borough }) => borough === authority.name),
    )
    hireUntrained(setting, workforce)
    saveConsultations(setting, workforce)
    saveLiveConsultations(setting, workforce)
    savePeople(setting, workforce)
  }
}
