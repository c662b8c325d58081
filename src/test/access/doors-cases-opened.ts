import type { Door } from './door.ts'
import { as, family, person } from './doors-cases.ts'
import { idOf } from './world.ts'

const [practitioner, champion, supervisor] = ['Alder practitioner', 'Alder champion', 'Alder supervisor']
const [boroughLead, both] = ['Alder borough_lead', 'Alder supervisor and champion']
const onDuty = as(both, 'supervisor')
const reason = 'The police are at the door this evening'

const broken = (words: string, typed: string, want: string, over: Partial<Door> = {}): Door => ({
  words,
  ...onDuty,
  call: `select coalesce(access.break_glass('${typed}', '${reason}')::text, 'none')`,
  want,
  ...over,
})
const someones = 'Alder nobody’s'
const byReference = (words: string, name: string, want: string, over: Partial<Door> = {}): Door =>
  broken(words, '', want, {
    given: `update family set reference = 'F-TRYME234' where id = ${family(name)}`,
    call: `select coalesce(access.break_glass('F-TRYME234', '${reason}')::text, 'none')`,
    ...over,
  })

const emergencies: readonly Door[] = [
  byReference(
    'a manager on duty opens a family by its reference, for four hours, to be looked at in two working days',
    someones,
    idOf('family', someones),
    {
      look: `select concat_ws(' ', extract(epoch from b.until - b.at), b.review_due = access.two_working_days(access.today()), o.name) from break_glass b
      join organisation o on o.id = b.authority_id where b.person_id = ${person(both)} and b.family_id = ${family(someones)}`,
      shows: '14400.000000 t Alder',
    },
  ),
  byReference('small letters and spaces do not matter', someones, idOf('family', someones), {
    call: `select access.break_glass('  f-tryme234 ', '${reason}')::text`,
  }),
  broken('a number of the case system opens it too', `CMS ${someones}`, idOf('family', someones)),
  broken('nothing typed opens nothing', '  ', 'none', {
    given: `update family set cms_id = '' where id = ${family(someones)}`,
  }),
  broken('of two of that number the newer one', 'CMS twice', idOf('family', 'Alder dates too'), {
    given: `insert into family (id, authority_id, reference, name, cms_id, opened_on) select '${idOf('family', 'Alder dates too')}', authority_id, 'F-TWCE2345', 'Two', 'CMS twice', access.today()
      from family where id = ${family(someones)}; update family set cms_id = 'CMS twice' where id = ${family(someones)}`,
  }),
  broken('a sealed family is not there', 'CMS Alder sealed and assigned', 'none'),
  broken('a sealed family in which one is named is not opened so either', 'CMS Alder sealed', 'none'),
  broken('a family behind a wall is not there', 'CMS Alder walled', 'none', {
    given: `update family_worker set ends = access.today() where person_id = ${person(supervisor)}; update person set team_id = null`,
    ...as(supervisor, 'supervisor'),
  }),
  broken(
    'a family that one works with anyway needs no emergency',
    'CMS Alder own',
    'none',
    as(supervisor, 'supervisor'),
  ),
  broken('another borough’s family is not there', 'CMS Birch other', 'none'),
  broken('a champion opens nothing so', `CMS ${someones}`, 'none', as(both, 'supervisor', 1)),
  {
    words: 'two working days after a Friday it is Tuesday, after a Monday Wednesday',
    role: 'tl_access',
    call: `select string_agg(access.two_working_days(d)::text, ' ' order by d) from (values (date '2026-11-20'), ('2026-11-21'), ('2026-11-22'), ('2026-11-23')) x(d)`,
    want: '2026-11-24 2026-11-24 2026-11-24 2026-11-25',
  },
]

const justOpened = `update break_glass set at = now() where person_id = ${person(both)} and family_id = ${family('Alder other')};
  update family set team_id = '${idOf('team', 'Alder')}' where id = ${family('Alder other')};`
const told = (words: string, given: string, want: string, over: Partial<Door> = {}): Door => ({
  words,
  given,
  ...onDuty,
  call: `select coalesce(string_agg(case email when 'one@x.example' then 'supervisor' when 'two@x.example' then 'borough lead' when 'own@x.example' then 'self' else 'somebody else' end, ', ' order by email), 'nobody')
    from access.break_glass_managers(${family('Alder other')})`,
  want,
  ...over,
})
const emails = `update account set email = 'one@x.example' where person_id = ${person(supervisor)};
  update account set email = 'two@x.example' where person_id = ${person(boroughLead)};
  update account set email = 'own@x.example' where person_id = ${person(both)};
  update role_grant set ends = access.today() where role = 'supervisor' and account_id = '${idOf('account', 'Alder supervisor lent to Birch')}';`
const ready = `${emails} ${justOpened}`

const managers: readonly Door[] = [
  told('the managers of its team are told', ready, 'supervisor'),
  told(
    'not whoever opened it',
    `${ready} update person set team_id = '${idOf('team', 'Alder')}' where id = ${person(both)}`,
    'supervisor',
  ),
  told(
    'without a manager in its team the borough lead is told',
    `${ready} update person set team_id = null where id = ${person(supervisor)}`,
    'borough lead',
  ),
  told(
    'a manager of another team is not told',
    `${ready} update person set team_id = '${idOf('team', 'Alder', 'second')}' where id = ${person(supervisor)}`,
    'borough lead',
  ),
  told(
    'a manager who left is not told',
    `${ready} update person set ends = access.today() where id = ${person(supervisor)}`,
    'borough lead',
  ),
  told(
    'nor one whose account is closed',
    `${ready} update account set closed_at = now() where person_id = ${person(supervisor)}`,
    'borough lead',
  ),
  told(
    'nor one whose role has ended',
    `${ready} update role_grant set ends = access.today() where account_id = '${idOf('account', supervisor)}'`,
    'borough lead',
  ),
  told(
    'nor one whose role has not begun',
    `${ready} update role_grant set starts = access.today() + 1 where account_id = '${idOf('account', supervisor)}'`,
    'borough lead',
  ),
  told(
    'ten minutes later nobody learns who they are',
    `${ready} update break_glass set at = now() - interval '10 minutes'`,
    'nobody',
  ),
  told('nobody else learns who they are', ready, 'nobody', as(supervisor, 'supervisor')),
  told(
    'nor of another family',
    `${ready} update break_glass set at = now() - interval '10 minutes' where family_id = ${family('Alder other')}`,
    'nobody',
  ),
]

const entry = (name: string): string => `'${idOf('vault_entry', name, 'held')}'`
const shown = (words: string, of: string, want: string, who: Pick<Door, 'role' | 'claims'>): Door => ({
  words,
  ...who,
  call: `select access.reveal(${entry(of)}, 'To visit today', 'request')::text`,
  want,
})

const reveals: readonly Door[] = [
  {
    ...shown(
      'whoever works with a family is shown a detail for five minutes',
      'Alder closed',
      'true',
      as(practitioner, 'practitioner'),
    ),
    look: `select concat_ws(' ', extract(epoch from until - at), reason, o.name) from vault_reveal r join organisation o on o.id = r.authority_id
      where person_id = ${person(practitioner)} and entry_id = ${entry('Alder closed')}`,
    shows: '300.000000 To visit today Alder',
  },
  {
    ...shown(
      'and it is in the access record before it can be read',
      'Alder closed',
      'true',
      as(practitioner, 'practitioner'),
    ),
    look: `select concat_ws(' ', o.name, e.act, e.subject_kind, e.subject_id = ${family('Alder closed')}, e.reason, e.request_id) from record_entry e
      join organisation o on o.id = e.chain where e.act = 'family.protected-detail-shown'`,
    shows: 'Alder family.protected-detail-shown family t To visit today request',
  },
  shown(
    'nobody is shown a detail of a family that they do not work with',
    'Alder other',
    'false',
    as(practitioner, 'practitioner'),
  ),
  shown('nor of one that is sealed', 'Alder sealed and assigned', 'false', as(practitioner, 'practitioner')),
  shown('a lead is shown nothing', 'Alder own', 'false', as('Alder lead', 'practitioner')),
  shown('a borough lead is shown nothing', 'Alder own', 'false', as(boroughLead, 'supervisor')),
  {
    words: 'a detail that does not exist is not shown',
    ...as(champion, 'champion'),
    call: `select access.reveal('${idOf('nothing')}', 'To visit today', '')::text`,
    want: 'false',
  },
  {
    words: 'after five minutes it is closed again, and to everybody else it always was',
    ...as(champion, 'champion'),
    call: `select access.is_revealed(${entry('Alder own')})::text`,
    want: 'false',
  },
]

/** Opening in an emergency, who is told, and showing what is protected. */
export const openedDoors: readonly Door[] = [...emergencies, ...managers, ...reveals]
