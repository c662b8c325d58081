import { z } from 'zod'
import { always, checkDate, dateBoxes, dayOf, oneOf, optionalLine } from '#platform/questions.ts'
import { capacities, stages } from '../partnership.ts'

/** What stands in the list for an organisation that is not on it. */
export const newOrganisation = 'new'
/** What stands among the stages for an organisation that has none. */
export const noStage = 'none'

/** `known`: the ids of the organisations that the list offers. */
export const membershipForm = (known: readonly string[]) =>
  z
    .strictObject({
      organisation: oneOf([newOrganisation, ...known], 'Select an organisation, or say that it is not listed'),
      name: optionalLine({ name: 'Name', max: 200 }).default(''),
      capacity: oneOf(capacities, 'Select in what capacity it takes part'),
      stage: oneOf([noStage, ...stages], 'Select the stage, or that it has none'),
      ...dateBoxes('joined'),
    })
    .superRefine((typed, context) => {
      const say = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
      if (typed.organisation === newOrganisation && typed.name === '') say('name', 'Enter the name of the organisation')
      if (typed.organisation !== newOrganisation && typed.name)
        say('name', 'Leave the name empty, or select that it is not listed')
      if (typed.capacity === 'authority' && typed.stage === noStage) say('stage', 'Select the stage of the borough')
      if (typed.capacity !== 'authority' && stages.some((stage) => stage === typed.stage))
        say('stage', 'Only a borough has a stage')
      checkDate(typed, context, { name: 'joined', label: 'First day of membership' })
    }, always)
    .transform((typed) => ({
      organisationId: typed.organisation === newOrganisation ? null : typed.organisation,
      name: typed.name,
      capacity: typed.capacity,
      stage: typed.stage === noStage ? null : typed.stage,
      starts: dayOf(typed, 'joined'),
    }))
