import { z } from 'zod'
import { always, lineOf, linesOf, oneOf, optionalLine } from '#platform/questions.ts'
import { questionKinds } from '../../definition.ts'

/** `sections`: the keys of the pages that a question can stand on. */
export const addQuestionForm = (sections: readonly string[]) =>
  z
    .strictObject({
      section: oneOf(sections, 'Select the page'),
      label: lineOf({ missing: 'Enter the question', name: 'The question', max: 500 }),
      hint: optionalLine({ name: 'The hint', max: 1000 }).default(''),
      kind: oneOf(questionKinds, 'Select what kind of answer it takes'),
      options: linesOf({ name: 'The list', max: 7000 })
        .default('')
        .transform((text) => [...new Set(text.split('\n').map((line) => line.trim()))].filter((line) => line !== '')),
      whyNot: z.literal('yes').optional(),
      note: lineOf({ missing: 'Say why the question is added', name: 'The reason', max: 1000 }),
    })
    .superRefine(({ kind, options, whyNot }, context) => {
      const say = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
      if (!Array.isArray(options)) return
      if (kind === 'choice' && options.length < 2) say('options', 'Enter two options or more, each on its own line')
      if (options.length > 30) say('options', 'Enter 30 options or fewer')
      if (options.some((option) => option.length > 200)) say('options', 'Each option must be 200 characters or fewer')
      if (kind !== 'choice' && options.length > 0)
        say('options', 'Leave the options empty: only one of a list has them')
      if (whyNot !== undefined && kind !== 'yes-no') say('whyNot', 'Only a yes or no question can ask why not')
    }, always)
