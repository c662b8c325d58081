import { deleteDraft, readDraft, saveDraft } from '#platform/drafts/store.ts'
import { formPage } from '#platform/web/form-page.ts'
import type { Given } from '#platform/web/page.ts'
import { isPerson } from '#platform/web/route.ts'
import { writeFamilies } from '../../access.ts'
import { parts } from '../../family.ts'
import { readFamily } from '../../family-store.ts'
import { paths } from '../../paths.ts'
import { personForm } from '../form.ts'
import { alreadyThere } from '../person.ts'
import { addKnownPerson, addPerson, findSame } from '../store.ts'
import { sameForm } from './form.ts'
import { SamePerson } from './view.tsx'

/** "Is this the same person?": asked of a perpetrator whose name and date of birth stand in another record, of which nothing is shown. */
export const samePersonPage = formPage({
  path: paths.samePerson,
  permission: writeFamilies,
  record: {
    act: 'family.person-matched',
    opened: 'family.matching-person',
    subject: ({ family }) => ({ kind: 'family', id: family.id }),
  },
  title: 'Is this the same person?',
  area: 'Families',
  form: sameForm,
  load,
  async save({ actor, db, input, loaded: { family, typed, input: person }, services }) {
    if (!isPerson(actor) || person === null || typed === null)
      return { errors: { answer: 'What you typed is not here any more. Add the person again.' } }
    const familyId = family.id
    const keep = { sealer: services.sealer, accountId: actor.accountId, url: paths.samePerson.to({ familyId }) }
    if (input.answer === 'not sure') {
      const back = paths.addPerson.to({ familyId })
      await saveDraft(db, keep.sealer, keep.accountId, back, typed, 'any')
      await deleteDraft(db, keep.accountId, keep.url)
      return { redirect: back, cookies: { flash: 'Nothing was added. What you typed is kept here until you know.' } }
    }
    const there = alreadyThere(family.people, person)
    if (there) return { errors: { answer: there } }
    const into = { authorityId: family.authorityId, familyId, sort: family.people.length }
    // Of several, the first: nothing may be shown by which to tell them apart.
    const [same] =
      input.answer === 'same' && person.birthOn ? await findSame(db, familyId, person.name, person.birthOn) : []
    if (same === undefined) await addPerson(db, into, person)
    else await addKnownPerson(db, into, same, person)
    await deleteDraft(db, keep.accountId, keep.url)
    return {
      redirect: paths.people.to({ familyId }),
      cookies: {
        flash:
          same === undefined
            ? 'They are in the record, as somebody new.'
            : 'They are in the record, as the same person. What was recorded of them before was kept: check their details.',
      },
    }
  },
  view: SamePerson,
})

async function load({ actor, db, params, services }: Given<typeof paths.samePerson.pattern>) {
  const family = await readFamily(db, params.familyId)
  if (family === null || !isPerson(actor)) return null
  const url = paths.samePerson.to({ familyId: family.id })
  const typed = (await readDraft(db, services.sealer, actor.accountId, url))?.values ?? null
  const parsed = personForm({ today: services.clock.today(), parts }).safeParse(typed ?? {})
  return { family, typed, input: parsed.success ? parsed.data : null }
}
