import type { StampedPerson } from '#modules/cases/engagement/people.ts'
import { standardName } from '#modules/cases/engagement/standard.ts'
import { idOf, type Row, type Skeleton, type SomeFamily, sha } from './world.ts'
import { individual, ofFamily, own, peopleOf, staffOf } from './world-cases-keys.ts'

/** Somebody as a completed form keeps them. */
const stamped = (key: string, part: StampedPerson['part'], { cms_id }: { readonly cms_id: string }) => ({
  individualId: individual(key),
  name: `${key} as recorded then`,
  part,
  cmsId: cms_id,
  birthOn: '1980-02-03',
  expectedOn: null,
  ...{ gender: 'As recorded', disability: '', ethnicity: '', religion: '', sexuality: '', involvement: '' },
  ...{ communicationNeeds: '', vulnerability: '', housingStatus: '', childrenElsewhere: '' },
})

const formRows = (family: SomeFamily, { now, today }: Skeleton) => {
  const people = peopleOf(family)
  const forms = (['completed', 'open'] as const).map((state, index) => ({
    id: ofFamily('engagement_form', family, state),
    ...own(family),
    number: index + 1,
    definition: standardName,
    state,
    held_on: today,
    started_by: staffOf(family),
    completed_at: state === 'completed' ? now.toISOString() : null,
    people:
      state === 'completed'
        ? [
            stamped(people.child, 'child', { cms_id: `CMS ${people.child}` }),
            stamped(people.perpetrator, 'perpetrator', { cms_id: '' }),
            stamped(people.survivor, 'victim_survivor', { cms_id: '' }),
            { part: 'household', communicationNeeds: '', legalStatus: 'As it was' },
          ]
        : [],
  }))
  return {
    engagement_form: forms,
    engagement_answer: forms.flatMap(({ id }) =>
      Object.entries(answersOn(today)).map(([section, answer]) => ({
        form_id: id,
        section,
        revision: 1,
        ...own(family),
        answers: { [section]: answer },
        saved_by: staffOf(family),
      })),
    ),
  }
}

/** In the published form a section has one question, of its own name. */
const answersOn = (today: string) => ({
  date: { value: today, note: '', whyNot: '' },
  'spoken-behaviour': { value: 'yes', note: 'At the office', whyNot: '' },
  'spoken-impact': { value: 'no', note: '', whyNot: 'Not safe to do so yet' },
  summary: { value: 'What was said', note: '', whyNot: '' },
})

const patternRows = (family: SomeFamily, { today }: Skeleton) => {
  const people = peopleOf(family)
  const by = { ...own(family), recorded_by: staffOf(family) }
  const perpetrator_id = individual(people.perpetrator)
  return {
    pattern_entry: [
      {
        id: ofFamily('pattern_entry', family),
        ...by,
        perpetrator_id,
        kinds: '{physical}',
        what: 'What was done',
        known_to: 'not known',
        carried: `Carried out of ${family.name}`,
        harms: [{ individual: individual(people.child), ways: ['directly'], how: 'Was in the room' }],
      },
      {
        id: ofFamily('pattern_entry', family, 'withdrawn'),
        ...by,
        perpetrator_id,
        kinds: '{physical}',
        what: 'What was not done',
        known_to: 'not known',
        carried: `Not carried out of ${family.name}`,
        withdrawn_at: '2026-01-01T00:00:00Z',
        harms: [],
      },
    ],
    protective_effort: [
      {
        id: ofFamily('protective_effort', family),
        ...by,
        survivor_id: individual(people.survivor),
        kind: 'safety',
        what: 'Takes the child to the neighbour',
      },
    ],
    complexity: [
      {
        id: ofFamily('complexity', family),
        ...by,
        individual_id: individual(people.survivor),
        kind: 'money',
        link: 'used by the perpetrator',
        what: 'Holds the card',
      },
    ],
    safety_plan: [
      {
        id: ofFamily('safety_plan', family),
        ...by,
        perpetrator_id,
        safe_way: 'At the office',
        worker_plan: 'Two of us',
      },
    ],
    engagement_attempt: [
      {
        id: ofFamily('engagement_attempt', family),
        ...by,
        perpetrator_id,
        on_date: today,
        how: 'telephone',
        result: 'no answer',
        made_by: staffOf(family),
      },
    ],
    case_referral: [
      { id: ofFamily('case_referral', family), ...by, perpetrator_id, programme: 'A programme', sent_on: today },
    ],
  }
}

const planRows = (family: SomeFamily, { today }: Skeleton) => {
  const by = { ...own(family), recorded_by: staffOf(family) }
  const action = {
    id: ofFamily('plan_action', family),
    ...by,
    number: 1,
    owner: 'worker',
    kind: 'task',
    what: 'Calls the school',
  }
  return {
    supervision: [{ id: ofFamily('supervision', family), ...by, held_on: today }],
    plan_action: [action],
    plan_review: [
      {
        id: ofFamily('plan_review', family),
        ...by,
        action_id: action.id,
        on_date: today,
        status: 'open',
        evidence: 'None yet',
      },
    ],
  }
}

const noteRows = (family: SomeFamily, { today }: Skeleton) => {
  const by = { ...own(family), recorded_by: staffOf(family) }
  const note = { id: ofFamily('case_note', family), ...by, on_date: today, kind: 'visit', text: 'What was seen' }
  return {
    case_note: [note],
    attachment: [
      {
        id: ofFamily('attachment', family),
        ...own(family),
        note_id: note.id,
        name: 'A file',
        type: 'text/plain',
        bytes: 7,
        sealed: `\\x${sha(`file ${family.name}`)}`,
        added_by: staffOf(family),
      },
    ],
    letter: (['draft', 'sent'] as const).map((state) => ({
      id: ofFamily('letter', family, state),
      ...by,
      individual_id: individual(peopleOf(family).perpetrator),
      subject: 'A letter',
      text: 'What it says',
      state,
      sent_on: state === 'sent' ? today : null,
    })),
  }
}

/** What was said before: of the family, and of its child and perpetrator, who may be in another family as well. */
const revisionRows = (family: SomeFamily) => {
  const { authority_id, family_id } = own(family)
  const people = peopleOf(family)
  const row = (of_table: string, row_id: string, whose: Row): Row => ({
    id: idOf('case_revision', family.name, row_id),
    authority_id,
    family_id: null,
    individual_id: null,
    ...whose,
    of_table,
    row_id,
    version: 1,
    was: { name: 'As it was' },
  })
  return {
    case_revision: [
      row('family', family_id, { family_id }),
      ...[people.child, people.perpetrator].map((key) =>
        row('individual', individual(key), { individual_id: individual(key) }),
      ),
    ],
  }
}

/** What is recorded of a family: one of each, and of each state in which it may be changed or not. */
export const recordRows = (family: SomeFamily, world: Skeleton): Readonly<Record<string, readonly Row[]>> => ({
  relation: [
    {
      id: ofFamily('relation', family),
      ...own(family),
      from_id: individual(peopleOf(family).perpetrator),
      to_id: individual(peopleOf(family).child),
      kind: 'father',
    },
  ],
  ...formRows(family, world),
  ...patternRows(family, world),
  ...planRows(family, world),
  ...noteRows(family, world),
  ...revisionRows(family),
})
