import { skeleton } from './skeleton.ts'
import { idOf, type Row, rowsOf, type SomeFamily, sha, type World } from './world.ts'
import { entryOf, individual, keyless, ofFamily, own, peopleOf } from './world-cases-keys.ts'

const bytes = (text: string): string => `\\x${sha(text)}`
const person = (name: string): string => idOf('person', name)

/** Those who record, each in their own name and in that of another. */
const authors = [
  'Alder practitioner',
  'Alder supervisor',
  'Alder champion',
  'Alder supervisor lent to Birch',
  'Birch practitioner',
]

const families = (world: World): readonly SomeFamily[] => skeleton(world.now).families ?? []

const writing = (world: World, by: string, row: (family: SomeFamily) => Row, few: boolean): Row[] =>
  families(world)
    .filter(({ name }) => !few || telling.includes(name))
    .flatMap((family) =>
      (few ? authors.slice(0, 2) : authors).map((author) => ({ ...own(family), ...row(family), [by]: person(author) })),
    )

// The tables are written under one policy. On one table everybody is tried with every family; on the others one family for each kind of answer.
const telling = ['Alder own', 'Alder other', 'Alder sealed and assigned', 'Alder walled', 'Alder tied', 'Birch own']
const each = (world: World, by: string, row: (family: SomeFamily) => Row): Row[] => writing(world, by, row, true)
const all = (world: World, by: string, row: (family: SomeFamily) => Row): Row[] => writing(world, by, row, false)

const formsAndPattern = (world: World): Readonly<Record<string, readonly Row[]>> => ({
  engagement_form: each(world, 'started_by', () => ({ number: 9, definition: 'standard-1' })),
  // Of a completed form: in the doors, where the table itself refuses it.
  engagement_answer: each(world, 'saved_by', (family) => answerTo(family, 'open')),
  pattern_entry: all(world, 'recorded_by', (family) => ({
    perpetrator_id: individual(peopleOf(family).perpetrator),
    kinds: '{emotional}',
    what: 'New',
    known_to: 'not known',
  })),
  protective_effort: each(world, 'recorded_by', (family) => ({
    survivor_id: individual(peopleOf(family).survivor),
    kind: 'healing',
    what: 'New',
  })),
  complexity: each(world, 'recorded_by', (family) => ({
    individual_id: individual(peopleOf(family).child),
    kind: 'money',
    link: 'no link known',
    what: 'New',
  })),
  // One for each perpetrator; of somebody else there is none yet.
  safety_plan: each(world, 'recorded_by', (family) => ({
    perpetrator_id: individual(peopleOf(family).survivor),
    safe_way: 'New',
    worker_plan: 'New',
  })),
  engagement_attempt: each(world, 'recorded_by', (family) => ({
    perpetrator_id: individual(peopleOf(family).perpetrator),
    on_date: world.today,
    how: 'letter',
    result: 'no reply yet',
    made_by: person('Alder practitioner'),
  })),
})

const answerTo = (family: SomeFamily, state: 'open' | 'completed'): Row => ({
  form_id: ofFamily('engagement_form', family, state),
  section: 'new',
  revision: 1,
  answers: '{}',
})

const planAndNotes = (world: World): Readonly<Record<string, readonly Row[]>> => ({
  supervision: each(world, 'recorded_by', () => ({ held_on: world.today })),
  plan_action: each(world, 'recorded_by', () => ({ number: 9, owner: 'worker', kind: 'task', what: 'New' })),
  plan_review: each(world, 'recorded_by', (family) => ({
    action_id: ofFamily('plan_action', family),
    on_date: world.today,
    status: 'open',
    evidence: 'New',
  })),
  case_referral: each(world, 'recorded_by', (family) => ({
    perpetrator_id: individual(peopleOf(family).perpetrator),
    programme: 'New',
    sent_on: world.today,
  })),
  case_note: each(world, 'recorded_by', () => ({ on_date: world.today, kind: 'visit', text: 'New' })),
  attachment: each(world, 'added_by', (family) => ({
    note_id: ofFamily('case_note', family),
    name: 'New',
    type: 'text/plain',
    bytes: 1,
    sealed: bytes('new'),
  })),
  letter: each(world, 'recorded_by', (family) => ({
    individual_id: individual(peopleOf(family).perpetrator),
    subject: 'New',
    text: 'New',
  })),
})

const vault = (world: World): Readonly<Record<string, readonly Row[]>> => ({
  vault_key: families(world)
    .filter(({ name }) => keyless.includes(name))
    .map((family) => ({ ...own(family), sealed: bytes('new') })),
  vault_entry: each(world, 'added_by', (family) => ({
    individual_id: individual(peopleOf(family).child),
    kind: 'school or nursery',
  })),
  vault_value: families(world).map((family) => ({
    ...own(family),
    entry_id: entryOf(family, 'empty'),
    sealed: bytes('new'),
  })),
  vault_print: families(world).map((family) => ({
    ...own(family),
    entry_id: entryOf(family, 'held'),
    words: 1,
    sha: bytes('new print'),
  })),
})

const guards = (world: World): Readonly<Record<string, readonly Row[]>> => ({
  family_worker: families(world).map((family) => ({
    ...own(family),
    person_id: person('Alder quality'),
    kind: 'manager',
    starts: world.today,
  })),
  family_wall: [
    ...each(world, 'set_by', () => ({ person_id: person('Alder quality'), reason: 'Knows the family' })),
    ...families(world).map((family) => ({
      ...own(family),
      person_id: person('Alder quality'),
      reason: 'Knows the family',
      set_by: person('Alder borough_lead'),
    })),
  ],
  // Each of a colleague and of themselves.
  staff_tie: all(world, 'set_by', (family) => ({
    individual_id: individual(peopleOf(family).child),
    person_id: person('Alder quality'),
    kind: 'is',
    note: '',
  })).flatMap((row) => [row, { ...row, person_id: row['set_by'] ?? null }]),
})

/** People into families: somebody new, of a family one sees, of one that one does not see, of a hidden one; as perpetrator and as child. */
const joining = (world: World): Row[] => {
  const there = new Set(rowsOf(world, 'family_individual').map((row) => `${row['family_id']} ${row['individual_id']}`))
  const some = rowsOf(world, 'individual').filter((row) => !/survivor$/.test(String(row['name'])))
  return families(world)
    .filter(({ name }) => ['Alder own', 'Alder other', 'Alder sealed', 'Alder walled', 'Birch own'].includes(name))
    .flatMap((family) =>
      some
        .filter((row) => row['authority_id'] === own(family).authority_id)
        .filter((row) => !there.has(`${own(family).family_id} ${row['id']}`))
        .flatMap((row) =>
          ['perpetrator', 'child'].map((part) => ({ ...own(family), individual_id: row['id'] ?? null, part })),
        ),
    )
}

const house = (world: World): Readonly<Record<string, readonly Row[]>> => {
  const makers = ['Alder lead', 'Birch lead', 'Alder admin', 'Birch admin', 'Nettle admin']
  const boroughs = ['Alder', 'Birch', 'Nettle'].map((name) => idOf('organisation', name))
  const mixed = (row: (organisation: string, maker: string) => Row): Row[] =>
    boroughs.flatMap((organisation) => makers.map((maker) => row(organisation, person(maker))))
  return {
    form_definition: mixed((authority_id, made_by) => ({
      authority_id,
      number: 9,
      definition: '{}',
      note: 'New',
      made_by,
    })),
    guidance_link: rowsOf(world, 'partnership').map(({ id }) => ({
      partnership_id: id ?? null,
      question: 'why-not',
      title: 'New',
      url: 'https://new.example/',
      sort: 1,
    })),
    // Birch has one already.
    cms_link: mixed((organisation_id, set_by) => ({ organisation_id, url: 'https://new.example/{id}', set_by })).filter(
      (row) => row['organisation_id'] !== idOf('organisation', 'Birch') || row['set_by'] !== person('Birch admin'),
    ),
    api_key: mixed((organisation_id, made_by) => ({
      organisation_id,
      name: 'New',
      token_sha: bytes(`new key ${organisation_id} ${made_by}`),
      made_by,
      expires_on: '9990-01-01',
    })),
  }
}

/** New rows to try on the tables of families. */
export const caseCandidates = (world: World): Readonly<Record<string, readonly Row[]>> => ({
  individual: ['Alder', 'Birch'].map((name) => ({ authority_id: idOf('organisation', name), name: 'Somebody new' })),
  family_individual: joining(world),
  relation: families(world).map((family) => ({
    ...own(family),
    from_id: individual(peopleOf(family).child),
    to_id: individual(peopleOf(family).perpetrator),
    kind: 'child',
    note: '',
  })),
  ...formsAndPattern(world),
  ...planAndNotes(world),
  ...vault(world),
  ...guards(world),
  ...house(world),
})
