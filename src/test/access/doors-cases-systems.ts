import type { Door } from './door.ts'
import { as, asKey, family, person } from './doors-cases.ts'
import { idOf, keyTokenOf } from './world.ts'

const practitioner = 'Alder practitioner'

const used = (name: string): string =>
  `select coalesce(access.use_api_key('${keyTokenOf(name)}') ->> 'organisationId', 'none')`
const keys: readonly Door[] = [
  ...(
    [
      ['Alder working', idOf('organisation', 'Alder')],
      ['Alder last day', idOf('organisation', 'Alder')],
      ['Birch working', idOf('organisation', 'Birch')],
      ['Alder run out', 'none'],
      ['Alder taken back', 'none'],
      ['nobody’s', 'none'],
    ] as const
  ).map(([name, want]) => ({ words: `the key ${name}`, role: 'tl_login', call: used(name), want })),
  {
    words: 'the day on which a key was last used is kept, of that key only',
    role: 'tl_login',
    call: used('Alder working'),
    want: idOf('organisation', 'Alder'),
    look: `select string_agg(name, ', ') from api_key where last_used_on = access.today()`,
    shows: 'Alder working',
  },
  {
    words: 'what a system read is in its borough’s record, in nobody’s name',
    ...asKey('Birch working'),
    call: `select (access.record_system('family.read-by-system', 'family', '1', '') > 0)::text`,
    want: 'true',
    look: `select concat_ws(' ', o.name, e.account_id is null, e.role, e.reason = 'key ${idOf('api_key', 'Birch working')}') from record_entry e
      join organisation o on o.id = e.chain where e.act = 'family.read-by-system'`,
    shows: 'Birch t system t',
  },
  ...['Alder run out', 'Alder taken back'].map((name) => ({
    words: `the key ${name} records nothing`,
    ...asKey(name),
    call: `select access.record_system('family.read-by-system', 'family', '1', '')::text`,
    want: 'denied',
  })),
]

const send = (cms: string): string =>
  `select access.receive_family('${cms}', 'Sent', null, '[{"name": "Sent child", "part": "child", "birth_on": "2020-01-01", "cms_id": "C"}]')::text`
const sent = `select coalesce(string_agg(concat_ws(' ', o.name, f.cms_id, i.name, fi.part, fi.cms_id), ', '), 'nothing') from family f join organisation o on o.id = f.authority_id
  join family_individual fi on fi.family_id = f.id join individual i on i.id = fi.individual_id where f.name = 'Sent'`
const arriving: readonly Door[] = [
  {
    words: 'a system sends a family with its people',
    ...asKey('Birch working'),
    call: send('CMS new'),
    want: '',
    look: sent,
    shows: 'Birch CMS new Sent child child C',
  },
  {
    words: 'a family that is there already stays as it is',
    ...asKey('Alder working'),
    call: send('CMS Alder own'),
    want: '',
    look: sent,
    shows: 'nothing',
  },
  {
    words: 'a sealed one too, and the answer is the same',
    ...asKey('Alder working'),
    call: send('CMS Alder sealed'),
    want: '',
    look: sent,
    shows: 'nothing',
  },
  {
    words: 'another borough’s number is nothing to it',
    ...asKey('Birch working'),
    call: send('CMS Alder own'),
    want: '',
    look: sent,
    shows: 'Birch CMS Alder own Sent child child C',
  },
  {
    words: 'a key that was taken back sends nothing',
    ...asKey('Alder taken back'),
    call: send('CMS new'),
    want: 'denied',
  },
]

const note = `'${idOf('case_note', 'Alder own', '')}'`
const answering = (state: string): string =>
  `with it as (insert into engagement_answer (form_id, section, revision, authority_id, family_id, answers, saved_by)
    values ('${idOf('engagement_form', 'Alder own', state)}', 'new', 1, '${idOf('organisation', 'Alder')}', ${family('Alder own')}, '{}', ${person(practitioner)}) returning 1)
   select count(*)::text from it`

const kept: readonly Door[] = [
  { words: 'an open form takes an answer', ...as(practitioner, 'practitioner'), call: answering('open'), want: '1' },
  {
    words: 'a completed form takes none',
    ...as(practitioner, 'practitioner'),
    call: answering('completed'),
    want: 'error 23514',
  },
  {
    words: 'what a note said is kept when it changes, with who changed it',
    ...as(practitioner, 'practitioner'),
    call: `with it as (update case_note set text = 'Changed', version = 2 where id = ${note} returning 1) select count(*)::text from it`,
    want: '1',
    look: `select concat_ws(' ', of_table, version, was ->> 'text', changed_by = ${person(practitioner)}, family_id = ${family('Alder own')}, individual_id is null) from case_revision where row_id = ${note}`,
    shows: 'case_note 1 What was seen t t t',
  },
  ...[
    [
      'family',
      `update family set name = 'Changed', version = 2 where id = ${family('Alder own')}`,
      family('Alder own'),
      'family 1 t f',
    ],
    [
      'individual',
      `update individual set name = 'Changed', version = 2 where id = '${idOf('individual', 'Alder own child')}'`,
      `'${idOf('individual', 'Alder own child')}'`,
      'individual 1 f t',
    ],
    [
      'member',
      `update family_individual set sort = 3, version = 2 where individual_id = '${idOf('individual', 'Alder own child')}'`,
      `'${idOf('individual', 'Alder own child')}'`,
      'family_individual 1 t f',
    ],
  ].map(([what, change, row, shows = '']) => ({
    words: `so is what was recorded of a ${what}`,
    ...as(practitioner, 'practitioner'),
    call: `with it as (${change} returning 1) select count(*)::text from it`,
    want: '1',
    look: `select concat_ws(' ', of_table, version, family_id is not null, individual_id is not null) from case_revision where row_id = ${row} and changed_by is not null`,
    shows,
  })),
  {
    words: 'a worklist’s facts follow what is recorded',
    ...as(practitioner, 'practitioner'),
    call: `with a as (insert into engagement_attempt (authority_id, family_id, perpetrator_id, on_date, how, result, made_by, recorded_by)
      values ('${idOf('organisation', 'Alder')}', ${family('Alder own')}, '${idOf('individual', 'Alder Dara')}', access.today() + 1, 'letter', 'spoke', ${person(practitioner)}, ${person(practitioner)})),
      b as (insert into plan_action (authority_id, family_id, number, owner, individual_id, kind, what, measure, due_on, recorded_by)
      values ('${idOf('organisation', 'Alder')}', ${family('Alder own')}, 9, 'perpetrator', '${idOf('individual', 'Alder Dara')}', 'change', 'Attends', 'Each time', access.today(), ${person(practitioner)}))
      select ''`,
    want: '',
    look: `select concat_ws(' ', engaged_on - access.today(), goals, efforts, form_since is not null, unanswered_since = access.today()) from family where id = ${family('Alder own')}`,
    shows: '1 1 1 t t',
  },
  {
    words: 'what was withdrawn, met, answered or completed is a fact no more, and another family’s facts stay',
    given: `update engagement_attempt set withdrawn_at = now() where family_id = ${family('Alder own')};
      update protective_effort set withdrawn_at = now() where family_id = ${family('Alder own')};
      update engagement_form set state = 'given up' where family_id = ${family('Alder own')} and state = 'open';
      update case_referral set answer = 'declined', answered_on = access.today() where family_id = ${family('Alder own')}`,
    role: 'tl_access',
    call: `select string_agg(concat_ws(' ', engaged_on is null, goals, efforts, form_since is null, unanswered_since is null), ', ' order by name) from family where name in ('Household of Alder other', 'Household of Alder own')`,
    want: 'f 0 1 f f, t 0 0 t t',
  },
]

/** A case management system's key, and what is kept by itself. */
export const systemDoors: readonly Door[] = [...keys, ...arriving, ...kept]
