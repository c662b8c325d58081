import { z } from 'zod'
import { oneOf } from '#platform/questions.ts'
import { nameLine, noTeam, numberLine } from '../details/form.ts'

/** A new record. `teams`: the ids that the list offers. */
export const openForm = (teams: readonly string[]) =>
  z.strictObject({
    name: nameLine,
    cmsId: numberLine,
    team: oneOf([noTeam, ...teams], 'Select a team, or that it has none'),
  })
