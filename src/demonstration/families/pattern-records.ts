import type { Edit, Withdrawable } from './story.ts'
import { type Telling, whenOf } from './telling.ts'

/** The columns of something that can be withdrawn, and its edits with the withdrawing as the last of them. */
export const withdrawing = (
  { at }: Telling,
  { withdrawn, history = [] }: Withdrawable,
): {
  readonly columns: { withdrawn_at: string | null; withdrawn_why: string }
  readonly edits: readonly Edit[]
} =>
  withdrawn === undefined
    ? { columns: { withdrawn_at: null, withdrawn_why: '' }, edits: history }
    : {
        columns: { withdrawn_at: at(withdrawn.on, 'withdrawn'), withdrawn_why: withdrawn.why },
        edits: [...history, { on: withdrawn.on, by: withdrawn.by, was: { withdrawn_at: null, withdrawn_why: '' } }],
      }

/** What was done, what the other parent does for the children, and what makes things harder. */
export const savePattern = (telling: Telling): void => {
  savePatternEntries(telling)
  saveEfforts(telling)
  saveComplexity(telling)
}

const savePatternEntries = (telling: Telling) => {
  const { story, authority, family, id, at, staff, person, setting } = telling
  for (const [n, entry] of (story.pattern ?? []).entries()) {
    const { columns, edits } = withdrawing(telling, entry)
    telling.addKept(
      'pattern_entry',
      {
        id: id('pattern', n),
        authority_id: authority,
        family_id: family,
        perpetrator_id: person(entry.who),
        kinds: [...entry.kinds],
        what: entry.what,
        ...whenOf(setting.today, entry.when),
        source: entry.source,
        harms: entry.harms.map(([who, ways, how]) => ({ individual: person(who), ways: [...ways], how })),
        meaning: entry.meaning ?? '',
        carried: entry.carried ?? '',
        ...columns,
        recorded_by: staff(entry.by),
        recorded_at: at(entry.on, `pattern ${n}`),
      },
      edits,
    )
  }
}

const saveEfforts = (telling: Telling) => {
  const { story, authority, family, id, at, day, staff, person } = telling
  for (const [n, effort] of (story.efforts ?? []).entries()) {
    const { columns, edits } = withdrawing(telling, effort)
    telling.addKept(
      'protective_effort',
      {
        id: id('effort', n),
        authority_id: authority,
        family_id: family,
        survivor_id: person(effort.who),
        children: (effort.children ?? []).map(person),
        kind: effort.kind,
        what: effort.what,
        source: effort.source,
        seen_on: effort.seen === undefined ? null : day(effort.seen),
        acknowledged_on: effort.acknowledged === undefined ? null : day(effort.acknowledged),
        ...columns,
        recorded_by: staff(effort.by),
        recorded_at: at(effort.on, `effort ${n}`),
      },
      edits,
    )
  }
}

const saveComplexity = (telling: Telling) => {
  const { story, authority, family, id, at, staff, person } = telling
  for (const [n, one] of (story.complexity ?? []).entries()) {
    const { columns, edits } = withdrawing(telling, one)
    telling.addKept(
      'complexity',
      {
        id: id('complexity', n),
        authority_id: authority,
        family_id: family,
        individual_id: person(one.who),
        kind: one.kind,
        link: one.link,
        what: one.what,
        source: one.source,
        ...columns,
        recorded_by: staff(one.by),
        recorded_at: at(one.on, `complexity ${n}`),
      },
      edits,
    )
  }
}
