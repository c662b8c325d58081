/** The teams of a borough's children's services: how large beside the others, and the job roles found in each, common ones twice. */
export const teams: readonly { readonly name: string; readonly size: number; readonly jobRoles: readonly string[] }[] =
  [
    { name: 'Assessment team', size: 4, jobRoles: fieldwork() },
    { name: 'Family support and protection', size: 4, jobRoles: fieldwork() },
    {
      name: 'Early help',
      size: 2,
      jobRoles: ['Early help practitioner', 'Early help practitioner', 'Family support worker', 'Team manager'],
    },
    {
      name: 'MASH',
      size: 2,
      jobRoles: ['Social worker', 'Senior social worker', 'Referral and information officer', 'Team manager'],
    },
    {
      name: 'Children with disabilities',
      size: 1,
      jobRoles: ['Social worker', 'Family support worker', 'Senior social worker'],
    },
    { name: 'Children in care', size: 3, jobRoles: fieldwork() },
    {
      name: 'Leaving care',
      size: 1,
      jobRoles: ['Personal adviser', 'Personal adviser', 'Social worker', 'Team manager'],
    },
    { name: 'Family therapy', size: 1, jobRoles: ['Family therapist', 'Family therapist', 'Clinical lead'] },
    {
      name: 'Quality assurance',
      size: 1,
      jobRoles: ['Child protection chair', 'Independent reviewing officer', 'Quality assurance officer'],
    },
  ]

/** A team that was merged into another, as teams are. */
export const closedTeam = { name: 'Family group conferences', closedOn: '2024-04-01' }

function fieldwork() {
  return [
    'Social worker',
    'Social worker',
    'Social worker',
    'Social worker',
    'Senior social worker',
    'Senior social worker',
    'Newly qualified social worker',
    'Student social worker',
    'Team manager',
    'Deputy team manager',
  ]
}
