/** The teams of a borough's children's services, with the job roles found in each (a role that stands twice is twice as common). */
export const teams: readonly { readonly name: string; readonly jobRoles: readonly string[] }[] = [
  { name: 'Assessment team', jobRoles: fieldwork() },
  { name: 'Family support and protection', jobRoles: fieldwork() },
  {
    name: 'Early help',
    jobRoles: ['Early help practitioner', 'Early help practitioner', 'Family support worker', 'Team manager'],
  },
  { name: 'MASH', jobRoles: ['Social worker', 'Senior social worker', 'Referral and information officer', 'Team manager'] },
  { name: 'Children with disabilities', jobRoles: ['Social worker', 'Family support worker', 'Senior social worker'] },
  { name: 'Children in care', jobRoles: fieldwork() },
  { name: 'Leaving care', jobRoles: ['Personal adviser', 'Personal adviser', 'Social worker', 'Team manager'] },
  { name: 'Family therapy', jobRoles: ['Family therapist', 'Family therapist', 'Clinical lead'] },
  {
    name: 'Quality assurance',
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
