import { z } from 'zod'
import { oneOf, optionalLine } from '#platform/questions.ts'
import { relationKinds } from '../person.ts'

/** One page, two things: what somebody is to somebody else, and that it is no longer so. */
export const relationForm = (offered: { readonly people: readonly string[]; readonly relations: readonly string[] }) =>
  z
    .strictObject({
      work: oneOf(['add', 'end'], 'Choose what to change'),
      from: z.string().default(''),
      kind: z.string().default(''),
      to: z.string().default(''),
      note: optionalLine({ name: 'The note', max: 500 }).default(''),
      relation: z.string().default(''),
    })
    .superRefine(({ work, from, kind, to, relation }, context) => {
      const say = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
      if (work === 'end') {
        if (!offered.relations.includes(relation)) say('relation', 'Select what is no longer so')
        return
      }
      if (!offered.people.includes(from)) say('from', 'Select who it is about')
      if (!Object.hasOwn(relationKinds, kind)) say('kind', 'Select what they are')
      if (!offered.people.includes(to)) say('to', 'Select whose')
      else if (to === from) say('to', 'Select somebody else: nobody is this to themselves')
    })
