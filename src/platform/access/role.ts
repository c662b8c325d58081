/** The roles that a person can be granted, as `docs/words.md` names them. The database role of each is `r_` and its name. */
export const roles = [
  'practitioner',
  'supervisor',
  'champion',
  'lead',
  'quality',
  'complaints',
  'provider',
  'training',
  'project',
  'borough_lead',
  'analyst',
  'evaluator',
  'admin',
] as const

export type Role = (typeof roles)[number]

/** Roles that serve a whole partnership; the others serve the organisation that granted them. */
export const partnershipRoles: readonly Role[] = ['training', 'project', 'evaluator']

/** What a role is called on a page. */
export const roleNames: Readonly<Record<Role, string>> = {
  practitioner: 'Practitioner',
  supervisor: 'Supervisor',
  champion: 'Champion',
  lead: 'Implementation lead',
  quality: 'Quality assurance',
  complaints: 'Complaints officer',
  provider: 'Programme provider',
  training: 'Training manager',
  project: 'Project manager',
  borough_lead: 'Borough lead',
  analyst: 'Data analyst',
  evaluator: 'Evaluator',
  admin: 'Administrator',
}

/** The roles of the database that a transaction can take. `r_command` is out of reach of the application's own sign-in names. */
export type DatabaseRole = `r_${Role}` | 'r_public' | 'r_system' | 'r_sign_in' | 'r_job' | 'r_command'
