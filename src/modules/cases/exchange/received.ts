import { z } from 'zod'
import { isLocalDate, type LocalDate } from '#platform/dates.ts'
import { lineOf, optionalLine } from '#platform/questions.ts'
import { parts } from '../family.ts'

/** A number of the case management system: any signs that can be printed. */
export const caseNumber = lineOf({ missing: 'Enter the case number', name: 'The case number', max: 100 })

const day = (name: string) =>
  z
    .string(`${name} must be a day such as 2019-04-02`)
    .refine(isLocalDate, `${name} must be a day such as 2019-04-02`)
    .nullable()
    .default(null)

const personFields = (today: LocalDate) =>
  z
    .strictObject({
      name: lineOf({ missing: 'Enter a name', name: 'The name', max: 200 }).describe('Full name'),
      part: z
        .enum(parts, 'The part must be child, perpetrator, victim_survivor or other')
        .describe('What somebody is in this family'),
      bornOn: day('The date of birth').describe('Date of birth'),
      expectedOn: day('The expected date').describe('Of an unborn child: the expected date'),
      gender: optionalLine({ name: 'The gender', max: 60 }).default('').describe('Gender'),
      caseNumber: optionalLine({ name: 'The case number', max: 100 }).default('').describe('Their own number'),
    })
    .superRefine(({ part, bornOn, expectedOn }, context) => {
      const say = (field: string, message: string) =>
        context.addIssue({ code: 'custom', path: [field], message, input: null })
      if (bornOn !== null && bornOn > today) say('bornOn', 'The date of birth is after today: send expectedOn')
      if (expectedOn !== null && bornOn !== null)
        say('expectedOn', 'Send a date of birth or an expected date, not both')
      if (expectedOn !== null && part !== 'child') say('expectedOn', 'Only an unborn child has an expected date')
    })

type Sent = { readonly name: string; readonly bornOn: string | null; readonly part: string }

const samePerson = (a: Sent, b: Sent) => a.name.toLowerCase() === b.name.toLowerCase() && a.bornOn === b.bornOn

/** What a case management system sends of a family. Addresses have no place in it, and whoever sends one is refused. */
export const receivedFamily = (today: LocalDate) =>
  z.strictObject({
    name: lineOf({ missing: 'Enter a name for the family', name: 'The name of the family', max: 200 }).describe(
      'What the family is called in lists',
    ),
    team: z
      .guid('The team must be its id')
      .nullable()
      .default(null)
      .describe('The id of the team that works with it; one that is none of the borough’s is left out'),
    people: z
      .array(personFields(today), 'Send the people of the family as a list')
      .min(1, 'Send one person at least')
      .max(60, 'Send 60 people at most')
      .superRefine((people, context) => {
        for (const [index, person] of people.entries()) {
          const earlier = people.slice(0, index).find((other) => samePerson(other, person))
          if (earlier === undefined) continue
          const both = earlier.part !== person.part && [earlier.part, person.part].includes('child')
          context.addIssue({
            code: 'custom',
            path: [index, both ? 'part' : 'name'],
            message: both ? 'The same person cannot be a child and something else' : 'The same person is there twice',
            input: null,
          })
        }
      }),
  })

export type ReceivedFamily = z.output<ReturnType<typeof receivedFamily>>
