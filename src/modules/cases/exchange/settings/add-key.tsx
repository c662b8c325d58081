import { addDays } from '#platform/dates.ts'
import { dayOf } from '#platform/questions.ts'
import { newApiKey } from '#platform/web/api-key.ts'
import { formPage } from '#platform/web/form-page.ts'
import { isPerson, type Route } from '#platform/web/route.ts'
import { keepKeys } from '../../access.ts'
import { paths } from '../../paths.ts'
import { keyForm } from './form.ts'
import { AddKey, NewKey } from './key-views.tsx'
import { insertKey } from './store.ts'

/** `made` is told when the key was kept. */
const formFor = (key: string, made: () => void): Route =>
  formPage({
    path: paths.addKey,
    permission: keepKeys,
    record: { act: 'case-system.key-made' },
    title: 'Make a key for the case system',
    area: 'Settings',
    form: ({ today }) => keyForm(today),
    async load({ actor, services }) {
      if (!isPerson(actor)) return null
      const { organisationId, organisation } = actor.grant
      return { organisationId, organisation, personId: actor.personId, today: services.clock.today() }
    },
    async save({ db, input, loaded: { organisationId, personId } }) {
      await insertKey(db, key, {
        organisationId,
        personId,
        name: input.name,
        expiresOn: addDays(dayOf(input, 'until'), 1),
      })
      made()
      return {
        redirect: paths.caseSystem.to(),
        cookies: { flash: 'The key was made already, and was shown then. End it and make another if it is lost.' },
      }
    },
    view: AddKey,
  })

const described = formFor('', () => {})

/** Makes a key and shows it in the answer to the form, once: it is in no address, no cookie and no database. */
export const addKeyPage: Route = {
  ...described,
  async answer(asked) {
    const key = newApiKey()
    const made = { now: false }
    const given = await formFor(key, () => {
      made.now = true
    }).answer(asked)
    if (given.kind !== 'redirect' || !made.now) return given
    return {
      kind: 'page',
      status: 200,
      title: 'Keep the key',
      main: <NewKey apiKey={key} />,
      area: 'Settings',
      wide: false,
      exit: false,
      errors: false,
    }
  },
}
