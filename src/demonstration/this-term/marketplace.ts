import { addDays, addMonths, type LocalDate } from '#platform/dates.ts'
import { workingDayFrom, workingDays, workingDayUpTo } from '../calendar.ts'
import { type Chance, makeChance } from '../chance.ts'
import { type NewReferral, type Step, saveReferral } from '../published-year/referral.ts'
import { authorityOf, liveTerms, membersOn, publishedUntil, type Setting } from '../setting.ts'

/** Referrals since the published years with what became of them, and those of the last days that wait for an answer. */
export const saveLiveReferrals = (setting: Setting): void => {
  saveAnswered(setting)
  saveWaiting(setting)
  saveTransferred(setting)
}

// Referrals of the last three weeks are made one by one below, so that it is known which of them wait.
const quietDays = 21

const saveAnswered = (setting: Setting) => {
  for (const { number, starts, ends } of liveTerms(setting)) {
    for (const { name, id } of membersOn(setting, starts)) {
      const chance = makeChance('live referrals', name, number)
      const days = workingDays(starts, addMonths(ends, -1))
      const count = chance.between(9, 16)
      for (let index = 0; index < count; index += 1) {
        const sentOn = chance.pick(days)
        const person = inventPerson(chance)
        const steps = answers(chance, sentOn).filter(({ on }) => on <= setting.today)
        const referral = {
          ...person,
          name: `live ${name} ${number} ${index}`,
          authority: id,
          origin: 'recorded',
          sentOn,
          steps,
        } as const
        if (sentOn <= addDays(setting.today, -quietDays)) saveReferral(setting, referral)
      }
    }
  }
}

type Person = Pick<NewReferral, 'programme' | 'sex' | 'ethnicGroup' | 'sexuality' | 'languageNeed'>

const ethnicGroups = ['African/Caribbean/Black British', 'Asian', 'White or White British'] as const

const inventPerson = (chance: Chance): Person => {
  const isWoman = chance.happens(0.14)
  const forMen = ['Hackney DAPP', 'Hackney DAPP', 'Men and Masculinities', 'Men and Masculinities', 'PIPA', 'CIFA']
  return {
    programme: isWoman ? chance.pick(['FADA', 'FADA', 'PIPA']) : chance.pick(forMen),
    sex: isWoman ? 'woman' : 'man',
    ethnicGroup: chance.happens(0.85) ? chance.pick(ethnicGroups) : null,
    sexuality: chance.happens(0.8) ? 'heterosexual' : null,
    languageNeed: chance.happens(0.9) ? chance.happens(0.2) : null,
  }
}

const declined = [
  'No group with a free place before the spring',
  'Unable to start: works nights',
  'Lives outside the area that the programme covers',
]
const unsuitable = ['Does not accept that there was any abuse', 'Needs help with alcohol use first']

const answers = (chance: Chance, sentOn: LocalDate): Step[] => {
  const answered = workingDayFrom(addDays(sentOn, chance.between(2, 14)))
  if (chance.happens(0.15)) return [{ step: 'declined', on: answered, reason: chance.pick(declined) }]
  const accepted: Step = { step: 'accepted', on: answered, reason: '' }
  const assessed = workingDayFrom(addDays(answered, chance.between(14, 45)))
  const later = workingDayFrom(addDays(assessed, chance.between(20, 70)))
  const share = chance.next()
  if (share < 0.12) return [accepted]
  if (share < 0.24) return [accepted, { step: 'not engaging', on: assessed, reason: 'Three appointments missed' }]
  if (share < 0.34) return [accepted, { step: 'unsuitable', on: assessed, reason: chance.pick(unsuitable) }]
  const suitable: Step = { step: 'suitable at assessment', on: assessed, reason: '' }
  return share < 0.46 ? [accepted, suitable, { step: 'dropped out', on: later, reason: '' }] : [accepted, suitable]
}

/** Sent so many days ago and not answered yet; the oldest is late. */
const waiting = [
  { days: 16, borough: 'Newham', programme: 'Men and Masculinities', sex: 'man' },
  { days: 12, borough: 'Barnet', programme: 'Hackney DAPP', sex: 'man' },
  { days: 9, borough: 'Waltham Forest', programme: 'FADA', sex: 'woman' },
  { days: 6, borough: 'Newham', programme: 'Hackney DAPP', sex: 'man' },
  { days: 4, borough: 'Hackney', programme: 'Men and Masculinities', sex: 'man' },
  { days: 1, borough: 'Hackney', programme: 'Hackney DAPP', sex: 'man' },
] as const

const saveWaiting = (setting: Setting) => {
  for (const { days, borough, programme, sex } of waiting) {
    const sentOn = workingDayUpTo(addDays(setting.today, -days))
    if (sentOn < publishedUntil) continue
    const person = { ...inventPerson(makeChance('waiting', borough, programme)), programme, sex }
    const authority = authorityOf(setting, borough).id
    saveReferral(setting, {
      ...person,
      name: `waiting ${borough} ${programme}`,
      authority,
      origin: 'recorded',
      sentOn,
      steps: [],
    })
  }
}

/** One programme could not take him and passed him on; the other has accepted. Two referrals, as the published figures count. */
const saveTransferred = (setting: Setting) => {
  const [sentOn, passedOn, accepted] = [-34, -27, -20].map((days) => workingDayUpTo(addDays(setting.today, days)))
  if (!sentOn || !passedOn || !accepted || sentOn < publishedUntil) return
  const person = {
    authority: authorityOf(setting, 'Newham').id,
    origin: 'recorded',
    sex: 'man',
    ethnicGroup: 'Asian',
    sexuality: 'heterosexual',
    languageNeed: true,
  } as const
  saveReferral(setting, {
    ...person,
    name: 'transferred, first',
    programme: 'Hackney DAPP',
    sentOn,
    steps: [{ step: 'transferred', on: passedOn, reason: 'To CIFA, whose group is held in Bengali' }],
  })
  saveReferral(setting, {
    ...person,
    name: 'transferred, second',
    programme: 'CIFA',
    sentOn: passedOn,
    steps: [{ step: 'accepted', on: accepted, reason: '' }],
  })
}
