import { formPage } from '#platform/web/form-page.ts'
import type { Given } from '#platform/web/page.ts'
import { writeFamilies } from '../../access.ts'
import { nameOf } from '../../family.ts'
import { readFamily } from '../../family-store.ts'
import { paths } from '../../paths.ts'
import { relationText, upwards } from '../person.ts'
import { addRelation, endRelation, readRelations } from '../store.ts'
import { relationForm } from './form.ts'
import { Relations } from './view.tsx'

export const relationsPage = formPage({
  path: paths.relations,
  permission: writeFamilies,
  record: {
    act: 'family.relation-changed',
    opened: 'family.relations-read',
    subject: ({ family }) => ({ kind: 'family', id: family.id }),
  },
  title: 'What they are to one another',
  area: 'Families',
  form: ({ people, relations, ended }) =>
    relationForm({
      people: people.map(({ individualId }) => individualId),
      // Sent twice, the second finds it ended, and that is no mistake.
      relations: [...relations, ...ended].map(({ id }) => id),
    }),
  load,
  async save({ db, input, loaded: { family, relations } }) {
    const familyId = family.id
    const done = (flash: string) => ({ redirect: paths.relations.to({ familyId }), cookies: { flash } })
    if (input.work === 'end') {
      await endRelation(db, familyId, input.relation)
      return done('It is no longer recorded as so.')
    }
    const back = relations.find(({ fromId, toId }) => fromId === input.to && toId === input.from)
    if (back && upwards.includes(back.kind) && upwards.includes(input.kind)) {
      const text = relationText(nameOf(family, back.fromId), back.kind, nameOf(family, back.toId))
      return { errors: { kind: `${text}: it cannot be so both ways. End that first if it is wrong` } }
    }
    const { from: fromId, to: toId, kind, note } = input
    if (await addRelation(db, { authorityId: family.authorityId, familyId, fromId, toId, kind, note }))
      return done('It is recorded.')
    return { errors: { to: `What ${nameOf(family, fromId)} is to them is recorded already: end that first` } }
  },
  view: Relations,
})

async function load({ db, params }: Given<typeof paths.relations.pattern>) {
  const family = await readFamily(db, params.familyId)
  if (family === null) return null
  const all = await readRelations(db, family.id)
  return {
    family,
    people: family.people.filter(({ leftOn }) => leftOn === null),
    relations: all.filter(({ endedOn }) => endedOn === null),
    ended: all.filter(({ endedOn }) => endedOn !== null),
  }
}

export type LoadedRelations = NonNullable<Awaited<ReturnType<typeof load>>>
