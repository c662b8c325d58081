import { formatDate } from '#platform/dates.ts'
import type { Given } from '#platform/web/page.ts'
import { writeFamilies } from '../../access.ts'
import { wholeTextLimit } from '../../details/form.ts'
import { versionSeen } from '../../details/seen.ts'
import { readFamily } from '../../family-store.ts'
import { askingForm } from '../../locations/asking-form.ts'
import { paths } from '../../paths.ts'
import { changeForm } from '../form.ts'
import { alreadyThere, fieldsOfPart, type PersonRecord } from '../person.ts'
import { readPeople, updatePerson } from '../store.ts'
import { ChangePerson } from './view.tsx'

export const changePersonPage = askingForm({
  path: paths.changePerson,
  permission: writeFamilies,
  record: {
    act: 'family.person-changed',
    opened: 'family.person-read',
    subject: ({ family }) => ({ kind: 'family', id: family.id }),
  },
  title: 'Change what is recorded of somebody',
  area: 'Families',
  draft: true,
  bodyLimit: wholeTextLimit,
  form: ({ person, today }) =>
    changeForm({
      today,
      parts: [person.part],
      now: person,
    }),
  load,
  initial: ({ person }) => ({
    part: person.part,
    name: person.name,
    birth: person.birthOn ?? '',
    expected: person.expectedOn ?? '',
    left: person.leftOn ?? '',
    ...Object.fromEntries(fieldsOfPart[person.part].map((field) => [field, person[field]])),
  }),
  async save({ db, input, loaded: { family, person }, asked }) {
    const ids = { familyId: family.id, individualId: person.individualId }
    const others = family.people.filter(({ individualId }) => individualId !== person.individualId)
    const there = alreadyThere(others, input)
    if (there) return { errors: { name: there } }
    const seen = versionSeen(asked)
    if (seen === person.version && (await updatePerson(db, { ...ids, version: seen }, input)))
      return {
        redirect: paths.people.to({ familyId: family.id }),
        cookies: { flash: 'The details were saved.' },
        changeAt: paths.changePerson.to(ids),
      }
    const now = (await readPeople(db, family.id)).find(({ individualId }) => individualId === person.individualId)
    return { theirs: inWords(now ?? person) }
  },
  view: ChangePerson,
})

async function load({ db, params, services }: Given<typeof paths.changePerson.pattern>) {
  const family = await readFamily(db, params.familyId)
  if (family === null) return null
  const person = (await readPeople(db, family.id)).find(({ individualId }) => individualId === params.individualId)
  return person ? { family, person, today: services.clock.today() } : null
}

const inWords = (person: PersonRecord) => ({
  name: person.name,
  birth: person.birthOn ? formatDate(person.birthOn) : '',
  expected: person.expectedOn ? formatDate(person.expectedOn) : '',
  left: person.leftOn ? formatDate(person.leftOn) : '',
  ...Object.fromEntries(fieldsOfPart[person.part].map((field) => [field, person[field]])),
})
