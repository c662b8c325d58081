import type { Door } from './door.ts'
import { grantOf, idOf, keyTokenOf, tokenOf } from './world.ts'

const family = (name: string): string => `'${idOf('family', name)}'`
const person = (name: string): string => `'${idOf('person', name)}'`
const people = (...names: readonly string[]): string => `array[${names.map(person).join(', ')}]::uuid[]`
const [practitioner, champion, supervisor] = ['Alder practitioner', 'Alder champion', 'Alder supervisor']
const [boroughLead, both, lent] = [
  'Alder borough_lead',
  'Alder supervisor and champion',
  'Alder supervisor lent to Birch',
]

/** Somebody in a role of the database and in a grant of theirs. */
const as = (name: string, role: string, grant = 0): Pick<Door, 'role' | 'claims'> => ({
  role: `r_${role}`,
  claims: [tokenOf(name), grantOf(name, grant)],
})
const asKey = (name: string): Pick<Door, 'role' | 'claims'> => ({ role: 'r_system', claims: [keyTokenOf(name), ''] })

const opening: readonly Door[] = [
  ...(
    [
      [practitioner, 'practitioner', 'key worker'],
      [champion, 'champion', 'key worker'],
      [supervisor, 'supervisor', 'manager'],
    ] as const
  ).map(([name, role, kind]) => ({
    words: `a ${role} opens a record and works with the family from today`,
    ...as(name, role),
    call: `select (access.open_family('New', null, 'CMS 1') is not null)::text`,
    want: 'true',
    look: `select concat_ws(' ', w.kind, w.starts = access.today(), w.person_id = ${person(name)}, f.opened_by = ${person(name)}, o.name, f.cms_id, f.reference ~ '^F-')
      from family f join family_worker w on w.family_id = f.id join organisation o on o.id = f.authority_id where f.name = 'New'`,
    shows: `${kind} t t t Alder CMS 1 t`,
  })),
  {
    words: 'a lead in the role of a practitioner opens no record',
    ...as('Alder lead', 'practitioner'),
    call: `select access.open_family('New', null, '')::text`,
    want: 'denied',
  },
  {
    words: 'whose session ended opens no record',
    ...as('session ended', 'practitioner'),
    call: `select access.open_family('New', null, '')::text`,
    want: 'denied',
  },
  {
    words: 'a supervisor lent to another borough opens a record there',
    ...as(lent, 'supervisor', 1),
    call: `select (access.open_family('New', null, '') is not null)::text`,
    want: 'true',
    look: `select o.name from family f join organisation o on o.id = f.authority_id where f.name = 'New'`,
    shows: 'Birch',
  },
]

const seal = (of: string, ...names: readonly string[]): string =>
  `select (access.seal_family(${family(of)}, ${people(...names)}, 'A colleague is a party') is not null)::text`
const sealing = (
  words: string,
  who: Pick<Door, 'role' | 'claims'>,
  call: string,
  want: string,
  given?: string,
): Door => ({
  words,
  ...who,
  call,
  want,
  ...(given === undefined ? {} : { given }),
})
const tooFew = 'error 23514'

const seals: readonly Door[] = [
  {
    words: 'a supervisor seals a family of theirs for two people, to be looked at again after ninety days',
    ...as(supervisor, 'supervisor'),
    call: seal('Alder own', supervisor, practitioner, practitioner),
    want: 'true',
    look: `select s.review_due - access.today() || ' ' || (s.sealed_by = ${person(supervisor)}) || ' ' || (select count(*) from family_seal_person n where n.seal_id = s.id)
      from family_seal s where s.family_id = ${family('Alder own')}`,
    shows: '90 true 2',
  },
  sealing(
    'a borough lead seals a family of the borough',
    as(boroughLead, 'borough_lead'),
    seal('Alder nobody’s', boroughLead, supervisor),
    'true',
  ),
  sealing(
    'a supervisor seals no family that is not theirs',
    as(supervisor, 'supervisor'),
    seal('Alder other', supervisor, practitioner),
    'denied',
  ),
  sealing(
    'nobody seals a family that is hidden from them',
    as(boroughLead, 'borough_lead'),
    seal('Alder tied too', boroughLead, supervisor),
    'denied',
  ),
  sealing(
    'a practitioner seals nothing',
    as(practitioner, 'supervisor'),
    seal('Alder own', practitioner, supervisor),
    'denied',
  ),
  sealing(
    'a lead seals nothing',
    as('Alder lead', 'borough_lead'),
    seal('Alder own', 'Alder lead', supervisor),
    'denied',
  ),
  sealing('one person named is too few', as(supervisor, 'supervisor'), seal('Alder own', supervisor), tooFew),
  sealing(
    'one person named twice is too few',
    as(supervisor, 'supervisor'),
    seal('Alder own', supervisor, supervisor),
    tooFew,
  ),
  sealing('nobody named is too few', as(supervisor, 'supervisor'), seal('Alder own'), tooFew),
  sealing(
    'everybody named sees families: not an administrator',
    as(supervisor, 'supervisor'),
    seal('Alder own', supervisor, practitioner, 'Alder admin'),
    tooFew,
  ),
  sealing(
    'everybody named has a role here: not somebody of another borough',
    as(supervisor, 'supervisor'),
    seal('Alder own', supervisor, practitioner, 'Birch champion'),
    tooFew,
  ),
  sealing(
    'everybody named has a role that has begun',
    as(supervisor, 'supervisor'),
    seal('Alder own', supervisor, practitioner, 'grant starts tomorrow'),
    tooFew,
  ),
  sealing(
    'everybody named has a role that goes on',
    as(supervisor, 'supervisor'),
    seal('Alder own', supervisor, practitioner, 'grant ended'),
    tooFew,
  ),
  sealing(
    'a role that ends tomorrow is a role',
    as(supervisor, 'supervisor'),
    seal('Alder own', supervisor, practitioner, 'grant ends tomorrow'),
    'true',
  ),
  sealing(
    'and one that begins today',
    as(supervisor, 'supervisor'),
    seal('Alder own', supervisor, practitioner, 'grant starts today'),
    'true',
  ),
  sealing(
    'everybody named can sign in',
    as(supervisor, 'supervisor'),
    seal('Alder own', supervisor, practitioner, 'account closed'),
    tooFew,
  ),
]

const review = (of: string, outcome: string, ...names: readonly string[]): string =>
  `select access.review_seal('${idOf('seal', of)}', '${outcome}', 'Looked at with care', ${people(...names)})::text`
const named = (of: string): string =>
  `select string_agg(p.name, ', ' order by p.name collate "C") from family_seal_person n join person p on p.id = n.person_id
   where n.family_id = ${family(of)} and n.ended_at is null`
const inSealed = 'Alder sealed'

const reviews: readonly Door[] = [
  {
    words: 'whoever is named keeps a seal with other people',
    ...as(both, 'supervisor'),
    call: review(inSealed, 'kept', both, practitioner),
    want: 'true',
    look: named(inSealed),
    shows: `${practitioner}, ${both}`,
  },
  {
    words: 'whoever stays named stays so, and is not named anew',
    ...as(both, 'supervisor'),
    call: review(inSealed, 'kept', both, 'grant starts today'),
    want: 'true',
    look: `select count(*) || ' ' || count(ended_at) from family_seal_person where family_id = ${family(inSealed)} and person_id = ${person(both)}`,
    shows: '1 0',
  },
  {
    words: 'a seal that is kept is looked at again after ninety days, and one that is not for it stays as it is',
    given: `update family_seal set review_due = access.today()`,
    ...as(both, 'supervisor'),
    call: review(inSealed, 'kept', both, practitioner),
    want: 'true',
    look: `select string_agg(distinct (review_due - access.today())::text || ' ' || (family_id = ${family(inSealed)}), ', ') from family_seal`,
    shows: '0 false, 90 true',
  },
  {
    words: 'names of other seals stay as they are',
    ...as(both, 'supervisor'),
    call: review(inSealed, 'kept', both, practitioner),
    want: 'true',
    look: named('Alder sealed and walled'),
    shows: 'Alder borough_lead, Alder champion, Alder quality, Alder supervisor',
  },
  {
    words: 'a seal that is lifted is lifted, in the name of whoever did it, and no other',
    ...as(both, 'supervisor'),
    call: review(inSealed, 'lifted'),
    want: 'true',
    look: `select string_agg(f.name, ', ') from family_seal s join family f on f.id = s.family_id where s.ended_by = ${person(both)} and s.ended_at is not null`,
    shows: `Household of ${inSealed}`,
  },
  sealing(
    'one person is too few for a seal that is kept',
    as(both, 'supervisor'),
    review(inSealed, 'kept', both),
    tooFew,
  ),
  sealing('nobody is too few for a seal that is kept', as(both, 'supervisor'), review(inSealed, 'kept'), tooFew),
  sealing(
    'everybody named in a seal that is kept sees families',
    as(both, 'supervisor'),
    review(inSealed, 'kept', both, practitioner, 'Alder admin'),
    tooFew,
  ),
  sealing(
    'everybody named in a seal that is kept can sign in',
    as(both, 'supervisor'),
    review(inSealed, 'kept', both, practitioner, 'account closed'),
    tooFew,
  ),
  sealing(
    'everybody named in a seal that is kept is of the borough',
    as(both, 'supervisor'),
    review(inSealed, 'kept', both, practitioner, 'Birch champion'),
    tooFew,
  ),
  sealing(
    'everybody named in a seal that is kept has a role today',
    as(both, 'supervisor'),
    review(inSealed, 'kept', both, practitioner, 'grant ended'),
    tooFew,
  ),
  sealing(
    'and not from tomorrow on',
    as(both, 'supervisor'),
    review(inSealed, 'kept', both, practitioner, 'grant starts tomorrow'),
    tooFew,
  ),
  sealing(
    'nobody lifts a seal in which they are not named',
    as(supervisor, 'supervisor'),
    review(inSealed, 'lifted'),
    'false',
  ),
  sealing(
    'nobody lifts a seal of a family from which a wall keeps them',
    as(boroughLead, 'borough_lead'),
    review('Alder sealed and walled', 'lifted'),
    'false',
  ),
  sealing('a champion who is named lifts nothing', as(champion, 'supervisor'), review(inSealed, 'lifted'), 'false'),
  sealing('a seal is lifted once', as(boroughLead, 'borough_lead'), review('Alder unsealed', 'lifted'), 'false'),
]

/** Sealing families and opening records, from both sides. */
export const caseDoors: readonly Door[] = [...opening, ...seals, ...reviews]

export { as, asKey, family, people, person }
