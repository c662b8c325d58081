import { readDraft, saveDraft } from '#platform/drafts/store.ts'
import { draftOf, read } from '#platform/web/form-state.ts'
import type { Given } from '#platform/web/page.ts'
import { type Answer, type Asked, claimsOf, isPerson, type Route } from '#platform/web/route.ts'
import { writeFamilies } from '../../access.ts'
import { wholeTextLimit } from '../../details/form.ts'
import { parts } from '../../family.ts'
import { readFamily } from '../../family-store.ts'
import { askingForm } from '../../locations/asking-form.ts'
import { paths } from '../../paths.ts'
import { personForm } from '../form.ts'
import { alreadyThere } from '../person.ts'
import { addPerson, findSame } from '../store.ts'
import { AddPerson } from './view.tsx'

const form = askingForm({
  path: paths.addPerson,
  permission: writeFamilies,
  record: {
    act: 'family.person-entered',
    opened: 'family.entering-person',
    subject: ({ family }) => ({ kind: 'family', id: family.id }),
  },
  title: 'Add somebody',
  area: 'Families',
  draft: true,
  bodyLimit: wholeTextLimit,
  form: ({ today }) => personForm({ today, parts }),
  load,
  async save({ actor, db, input, loaded: { family }, services, asked }) {
    if (!isPerson(actor)) return { errors: {} }
    const familyId = family.id
    // Here and not in the form: the same sending twice is one entry, and no mistake.
    const there = alreadyThere(family.people, input)
    if (there) return { errors: { name: there } }
    const same =
      input.part === 'perpetrator' && input.birthOn !== null
        ? await findSame(db, familyId, input.name, input.birthOn)
        : []
    if (same.length > 0) {
      // What was typed waits, sealed for whoever typed it, for the answer to "is this the same person?".
      const url = paths.samePerson.to({ familyId })
      await saveDraft(db, services.sealer, actor.accountId, url, draftOf(read(asked.body).lists), 'any')
      return { redirect: url }
    }
    const individualId = await addPerson(
      db,
      { authorityId: family.authorityId, familyId, sort: family.people.length },
      input,
    )
    return {
      redirect: paths.people.to({ familyId }),
      cookies: { flash: 'They are in the record.' },
      changeAt: paths.changePerson.to({ familyId, individualId }),
    }
  },
  view: AddPerson,
})

async function load({ db, params, services }: Given<typeof paths.addPerson.pattern>) {
  const family = await readFamily(db, params.familyId)
  return family && { family, today: services.clock.today() }
}

/**
 * Who they are comes first, since what is asked depends on it. The answer is kept with the rest of what is typed, so that changing it loses nothing and
 * nothing of it stands in an address.
 */
const choosePart = async (asked: Asked): Promise<Answer> => {
  const { actor, services } = asked
  if (!isPerson(actor)) return { kind: 'not-found' }
  const typed = draftOf(read(asked.body).lists)
  await services.db.write(claimsOf(actor), async (db) => {
    const kept = (await readDraft(db, services.sealer, actor.accountId, asked.url))?.values ?? {}
    const part = asked.body['_step'] === 'again' ? '' : (typed['part'] ?? '')
    return saveDraft(db, services.sealer, actor.accountId, asked.url, { ...kept, ...typed, part }, 'any')
  })
  return { kind: 'redirect', to: asked.url }
}

export const addPersonPage: Route = {
  ...form,
  async answer(asked) {
    const choosing = asked.method === 'POST' && (asked.body['_step'] === 'again' || isPart(asked))
    if (!choosing) return form.answer(asked)
    // Whoever does not see the family gets the same answer as to every other sending.
    const opened = await form.answer({ ...asked, method: 'GET' })
    return opened.kind === 'not-found' ? opened : choosePart(asked)
  },
}

const isPart = ({ body }: Asked) => body['_step'] === 'part' && parts.some((part) => part === body['part'])
