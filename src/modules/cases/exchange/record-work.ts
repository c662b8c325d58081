import { z } from 'zod'
import { day, id, instant, personId, text, version, withdrawal } from './words.ts'

/** The work with a family, as it leaves: attempts, plan, forms, referrals. */
export const attemptFields = z.strictObject({
  id,
  perpetrator: personId('Whom somebody tried to reach'),
  onDate: day('When'),
  atTime: text('At what time, such as 14:30; empty where not recorded'),
  how: text('How: telephone, letter, home visit, …'),
  result: text('What came of it'),
  spokeAbout: z.array(z.string()).describe('What was spoken about'),
  what: text('What happened'),
  next: text('What is to be done next'),
  nextOn: day('By when').nullable(),
  withdrawn: withdrawal,
  version,
})

const reviewFields = z.strictObject({
  id,
  onDate: day('When it was looked at'),
  meeting: text('At which meeting'),
  status: text('How it stood'),
  evidence: text('What shows it'),
})

export const planFields = z.strictObject({
  id,
  number: z.int().min(1).describe('Its number in the plan'),
  owner: z.enum(['perpetrator', 'worker', 'agency', 'survivor']).describe('Of whom it is asked'),
  person: personId('The perpetrator or victim-survivor of whom it is asked').nullable(),
  agency: text('The agency of which it is asked'),
  kind: z.enum(['change', 'task']).describe('A change of behaviour, or something to be done'),
  what: text('What is asked'),
  measure: text('How it will be known'),
  dueOn: day('By when').nullable(),
  whySurvivor: text('Why it is asked of a victim-survivor'),
  shareable: z.boolean().describe('Whether it may stand in a document for the perpetrator'),
  status: z.enum(['open', 'met', 'partly met', 'not met', 'withdrawn']),
  reviews: z.array(reviewFields).describe('Newest first'),
  version,
})

const frozenPerson = z.strictObject({
  id,
  part: text('What they were in the family'),
  name: text('Full name'),
  bornOn: day('Date of birth').nullable(),
  expectedOn: day('Of an unborn child: the expected date').nullable(),
})

const answerFields = z.strictObject({
  section: text('Key of the section'),
  question: text('Key of the question'),
  asked: text('The question as it was put; empty where its definition has it no more'),
  value: text('yes, no, a day, one of a list, or text; empty where not answered'),
  note: text('What was added'),
  whyNot: text('Why not, where the answer is no'),
})

export const formFields = z.strictObject({
  id,
  number: z.int().min(1).describe('Its number in the family'),
  definition: text('Which version of the form it is: standard-1, or the id of the borough’s own'),
  heldOn: day('The day that it tells of').nullable(),
  state: z.enum(['open', 'completed', 'given up']),
  corrects: z.guid().nullable().describe('The completed form that this one puts right'),
  why: text('Why it was put right'),
  startedAt: instant('When it was begun'),
  completedAt: instant('When it was completed').nullable(),
  people: z.array(frozenPerson).describe('Who was in the family on the day it was completed'),
  answers: z.array(answerFields),
  version,
})

export const referralFields = z.strictObject({
  id,
  perpetrator: personId('Who was referred'),
  programme: text('To which programme'),
  sentOn: day('When'),
  answer: text('What the programme answered').nullable(),
  answeredOn: day('When it answered').nullable(),
  reason: text('Why'),
  version,
})
