import { boroughReaders, ofBorough, ofMyFamilies, ofUnsealed, workers } from './families.ts'
import { both, everyRow, type Rows, type Rule, type TablePolicy } from './policy.ts'
import { rowsOf } from './world.ts'

const words = (text: string): string[] => text.split(/\s+/)

type Recorded = {
  readonly add: string
  readonly change?: string
  /** Whose name it is written in. */
  readonly by?: string
  /** Does the key of a case management system read it; do the functions that keep a worklist's facts? */
  readonly system?: boolean
  readonly functions?: boolean
  readonly who?: Rule['who']
  /** What is completed or sent stays as it is. */
  readonly changeable?: (rows: Rows) => Rows
  readonly key?: readonly string[]
}

/** What is recorded of a family: read like the family, written by whoever works with it, in their own name, and never removed. */
const recorded = ({
  add,
  change,
  by = 'recorded_by',
  system = false,
  functions = false,
  who = workers,
  changeable = (rows) => rows,
  key = ['id'],
}: Recorded): TablePolicy => ({
  key,
  see: [
    { who: workers, rows: ofMyFamilies() },
    { who: boroughReaders, rows: ofBorough() },
    ...(system ? [{ who: ['system'] as const, rows: ofUnsealed() }] : []),
    ...(functions ? [{ who: ['access'] as const, rows: everyRow }] : []),
  ],
  add: [
    {
      who,
      rows: both(ofMyFamilies(), 'in their own name', (row, _world, me) => row[by] === me.personId),
      columns: words(`authority_id family_id ${by} ${add}`),
    },
  ],
  ...(change === undefined
    ? {}
    : { change: [{ who, rows: changeable(ofMyFamilies()), columns: words(change), samples: sameVersion }] }),
})

// Reads no row, and changes none: every row of the world is in its first version.
const sameVersion = { version: '1' }

const stateIs =
  (words: string, test: (state: unknown) => boolean) =>
  (rows: Rows): Rows =>
    both(rows, words, (row) => test(row['state']))

const withdrawing = 'withdrawn_at withdrawn_why version'

const form = recorded({
  by: 'started_by',
  add: 'number definition held_on corrects why',
  change: 'held_on state completed_by completed_at people version',
  changeable: stateIs('open', (state) => state === 'open'),
  system: true,
  functions: true,
})

const forms: Record<string, TablePolicy> = {
  // The trigger that keeps a completed form as it is locks the form.
  engagement_form: {
    ...form,
    change: [
      ...(form.change ?? []).map((rule) => ({
        ...rule,
        samples: { ...sameVersion, completed_by: 'access.person()' },
        // Nobody completes a form in the name of somebody else.
        refused: [`completed_by = '00000000-0000-4000-8000-000000000000'`],
      })),
      { who: ['access'], rows: everyRow },
    ],
  },
  engagement_answer: (() => {
    const policy = recorded({
      by: 'saved_by',
      key: ['form_id', 'section', 'revision'],
      add: 'form_id section revision answers',
      system: true,
    })
    return {
      ...policy,
      add: (policy.add ?? []).map((rule) => ({
        ...rule,
        rows: both(rule.rows, 'of an open form', (row, world) =>
          rowsOf(world, 'engagement_form').some((form) => form['id'] === row['form_id'] && form['state'] === 'open'),
        ),
      })),
    }
  })(),
}

const attachment = recorded({ by: 'added_by', add: 'id note_id name type bytes sealed' })

/** The pattern, the form, engaging the perpetrator, the plan, notes and letters. */
export const recordPolicy: Record<string, TablePolicy> = {
  ...forms,
  pattern_entry: recorded({
    add: 'id perpetrator_id kinds what starts ends known_to source harms meaning carried',
    change: `perpetrator_id kinds what starts ends known_to source harms meaning carried ${withdrawing}`,
    system: true,
    functions: true,
  }),
  protective_effort: recorded({
    add: 'id survivor_id children kind what source seen_on acknowledged_on',
    change: `survivor_id children kind what source seen_on acknowledged_on ${withdrawing}`,
    system: true,
    functions: true,
  }),
  complexity: recorded({
    add: 'id individual_id kind link what source',
    change: `individual_id kind link what source ${withdrawing}`,
    system: true,
  }),
  safety_plan: recorded({
    add: 'perpetrator_id safe_way worker_plan review_on',
    change: 'safe_way worker_plan review_on version',
  }),
  engagement_attempt: recorded({
    add: 'id perpetrator_id on_date at_time how result spoke_about what next next_on made_by',
    change: `on_date at_time how result spoke_about what next next_on made_by ${withdrawing}`,
    system: true,
    functions: true,
  }),
  supervision: recorded({
    who: ['supervisor'],
    add: 'id held_on with_person pattern impact partnering engagement safety decisions',
    change: 'held_on with_person pattern impact partnering engagement safety decisions version',
  }),
  plan_action: recorded({
    add: 'id number owner individual_id agency kind what measure due_on why_survivor shareable supervision_id',
    change: 'owner individual_id agency kind what measure due_on why_survivor shareable status version',
    system: true,
    functions: true,
  }),
  plan_review: recorded({ add: 'action_id on_date meeting status evidence', system: true }),
  case_referral: recorded({
    add: 'id perpetrator_id programme_id programme sent_on',
    change: 'answer answered_on reason version',
    system: true,
    functions: true,
  }),
  case_note: recorded({
    add: 'id on_date kind text location_reason imported_from',
    change: 'on_date kind text location_reason version',
  }),
  attachment,
  letter: recorded({
    add: 'id individual_id subject text with_plan attachments',
    change: 'subject text with_plan attachments state checked_at places_reason sent_on sent_file version',
    changeable: stateIs('not sent', (state) => state !== 'sent'),
  }),
}
