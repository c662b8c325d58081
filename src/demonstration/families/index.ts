import { addDays } from '#platform/dates.ts'
import { idOf } from '../ids.ts'
import { organisationId, type Setting } from '../setting.ts'
import { saveEngagement, savePlan } from './engagement-records.ts'
import { saveForms } from './form-records.ts'
import { savePattern } from './pattern-records.ts'
import { saveFamily } from './people-records.ts'
import { saveProtection } from './protection-records.ts'
import { staffOf } from './staff.ts'
import { stories } from './stories.ts'
import { tellingOf } from './telling.ts'
import { saveWriting } from './writing-records.ts'

/** Saves the families of the demonstration, each whole. The boroughs' people are there already. */
export const saveFamilies = (setting: Setting): void => {
  const staff = staffOf(setting)
  saveCaseSystems(setting)
  saveGuidance(setting)
  for (const story of stories) {
    const telling = tellingOf(setting, staff, story)
    saveFamily(telling)
    savePattern(telling)
    saveEngagement(telling)
    savePlan(telling)
    saveForms(telling)
    saveWriting(telling)
    saveProtection(telling)
  }
}

/** Where each borough's case management system shows a family. */
const saveCaseSystems = ({ world, today }: Setting) => {
  for (const [borough, admin] of [
    ['Hackney', 'Tariq Mahmood'],
    ['Newham', 'Marcin Dudek'],
  ] as const)
    world.add('cms_link', {
      organisation_id: organisationId(borough),
      url: `https://case-system.${borough.toLowerCase()}.example/families/{id}`,
      set_by: idOf('person', borough, admin),
      set_at: `${addDays(today, -430)}T09:00:00Z`,
    })
}

/** Where the partnership keeps its guidance, beside the questions of the engagement form. */
const saveGuidance = ({ world, partnership }: Setting) => {
  const kept = [
    ['spoken-behaviour', "Mapping perpetrators' patterns", 'mapping-patterns'],
    ['spoken-impact', 'Motivational sessions for men using violence and/or abuse', 'motivational-sessions'],
    ['plan-actions', 'Perpetrator case planning grid', 'case-planning-grid'],
    ['plan-actions', 'Choose to change toolkit', 'choose-to-change'],
    ['intersections', 'Intersections and intersectionality guidance', 'intersections'],
    ['referral', 'Referral to a behaviour change domestic abuse perpetrator programme', 'referring'],
  ] as const
  for (const [sort, [question, title, page]] of kept.entries())
    world.add('guidance_link', {
      id: idOf('guidance link', page),
      partnership_id: partnership,
      question,
      title,
      url: `https://guidance.safe-and-together-london.example/${page}`,
      sort,
    })
}
