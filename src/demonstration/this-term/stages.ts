import { organisationId, type Setting } from '../setting.ts'

/** It lost its implementation lead and half of its managers, and makes ready once more. */
const beginsAgain = organisationId('Barking and Dagenham')

/** Where boroughs stand today when that is not where the years since they joined would put them. */
export const saveLiveStages = ({ world }: Setting): void => {
  const today = world
    .rows('membership')
    .map((row) => (row.organisation_id === beginsAgain ? { ...row, stage: 'mobilising' } : row))
  world.replace('membership', today)
}
