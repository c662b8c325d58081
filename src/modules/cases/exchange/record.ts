import { z } from 'zod'
import { attemptFields, formFields, planFields, referralFields } from './record-work.ts'
import { day, id, instant, personId, text, version, withdrawal } from './words.ts'

/** Tells one version of the format from another. Of a version nothing ever changes: what is new makes the next one. */
export const recordFormat = 'throughline-family-record-1'

const familyFields = z
  .strictObject({
    id,
    reference: text('What people say on the telephone: F- and eight signs'),
    name: text('What the family is called in lists'),
    caseNumber: text('The number in the case management system; empty where there is none'),
    openedOn: day('The day on which the record was opened'),
    closedOn: day('The day on which it was closed').nullable(),
    closeReason: text('Why it was closed'),
    legalStatus: text('Legal status of the household'),
    communicationNeeds: text('Language, and whether an interpreter is needed'),
    version,
  })
  .describe('The family itself')

const personFields = z.strictObject({
  id,
  name: text('Full name'),
  part: z.enum(['child', 'perpetrator', 'victim_survivor', 'other']).describe('What somebody is in this family'),
  bornOn: day('Date of birth').nullable(),
  expectedOn: day('Of an unborn child: the expected date').nullable(),
  leftOn: day('The first day on which they are no longer part of it').nullable(),
  caseNumber: text('Their number in the case management system'),
  gender: text('Gender'),
  disability: text('Disability'),
  ethnicity: text('Ethnicity'),
  religion: text('Religion'),
  sexuality: text('Sexuality'),
  communicationNeeds: text('Language, and whether an interpreter is needed'),
  vulnerability: text('Vulnerability'),
  housingStatus: text('Housing status, never where'),
  involvement: text('Of a child: child in need, on a protection plan, …'),
  childrenElsewhere: text('Of a victim-survivor: other children under 18'),
})

const relationFields = z.strictObject({
  id,
  from: personId('Who is it'),
  to: personId('Of whom'),
  kind: text('What `from` is to `to`, such as mother'),
  note: text('A note'),
  endedOn: day('The first day on which it is no longer so').nullable(),
  version,
})

const harmFields = z.strictObject({
  person: personId('Whom it harmed'),
  ways: z
    .array(z.string())
    .describe('In which ways: directly, trauma, parenting, housing, money, school, health, support'),
  how: text('How'),
})

const patternFields = z.strictObject({
  id,
  perpetrator: personId('Who did it'),
  kinds: z.array(z.string()).describe('Kinds of behaviour'),
  what: text('What was done'),
  starts: day('From this day; null where it is not known').nullable(),
  ends: day('Up to, not including, this day; null where it goes on').nullable(),
  knownTo: z.enum(['day', 'month', 'year', 'not known']).describe('How closely the time is known'),
  source: text('Where it is known from'),
  harms: z.array(harmFields).describe('Whom it harmed'),
  meaning: text('What it means for the child'),
  recordedAt: instant('When it was recorded'),
  withdrawn: withdrawal,
  version,
})

const effortFields = z.strictObject({
  id,
  survivor: personId('Who did it'),
  children: z.array(z.string()).describe('Ids of the children for whom; none named means all of them'),
  kind: z.enum(['safety', 'stability', 'nurture', 'healing']),
  what: text('What was done to protect'),
  source: text('Where it is known from'),
  seenOn: day('When it was seen').nullable(),
  acknowledgedOn: day('The day on which a worker told them that it is seen').nullable(),
  recordedAt: instant('When it was recorded'),
  withdrawn: withdrawal,
  version,
})

const complexityFields = z.strictObject({
  id,
  person: personId('Whose it is'),
  kind: text('Substance use, mental health, culture, immigration, disability, money'),
  link: text('What it has to do with the abuse'),
  what: text('What is known of it'),
  source: text('Where it is known from'),
  recordedAt: instant('When it was recorded'),
  withdrawn: withdrawal,
  version,
})

/** A family's record as it leaves for another system. Strict: what is not named here never leaves. */
export const familyRecord = z
  .strictObject({
    format: z.literal(recordFormat).describe('Which version of this format it is'),
    madeAt: instant('The instant at which it was read'),
    copy: text('The number of this copy, by which it is found in the access record; null through the API').nullable(),
    family: familyFields,
    people: z.array(personFields).describe('Everybody of the family, those who have left too'),
    relations: z.array(relationFields).describe('What they are to one another'),
    pattern: z.array(patternFields).describe('What the perpetrator did, earliest first'),
    efforts: z.array(effortFields).describe('What a victim-survivor does to protect the children'),
    complexity: z.array(complexityFields).describe('What makes things harder'),
    attempts: z.array(attemptFields).describe('Attempts to engage a perpetrator'),
    plan: z.array(planFields).describe('What is asked of whom'),
    forms: z.array(formFields).describe('Engagement forms with their answers'),
    referrals: z.array(referralFields).describe('Referrals to programmes'),
  })
  .meta({
    title: 'Family record',
    description:
      'The record of a family, without addresses, telephone numbers, schools, notes, supervision, and without what other records tell. Days are YYYY-MM-DD in Europe/London; periods are half-open; an empty text means not recorded.',
  })

export type FamilyRecord = z.output<typeof familyRecord>
