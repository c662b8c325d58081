import { formatDate } from '#platform/dates.ts'
import type { Given } from '#platform/web/page.ts'
import { superviseFamilies } from '../../access.ts'
import { versionSeen } from '../../attempts/answers.ts'
import { loadFamilyForm } from '../../attempts/load.ts'
import { askingForm } from '../../locations/asking-form.ts'
import { paths } from '../../paths.ts'
import { readSupervisions, updateSupervision } from '../store.ts'
import type { FullSupervision } from '../supervision.ts'
import { changeSupervisionForm } from './form.ts'
import { ChangeSupervision } from './view.tsx'

/** A supervision put right. What it said is kept; what went into the plan is changed there. */
export const changeSupervisionPage = askingForm({
  path: paths.changeSupervision,
  permission: superviseFamilies,
  record: {
    act: 'family.supervision-changed',
    opened: 'family.supervision-read',
    subject: ({ family }) => ({ kind: 'family', id: family.id }),
  },
  title: 'Change a supervision',
  area: 'Families',
  draft: true,
  bodyLimit: 8 * 1024 * 1024,
  form: changeSupervisionForm,
  load,
  initial: ({ supervision: { heldOn, withPerson, texts } }) => ({
    held: heldOn,
    withPerson: withPerson ?? '',
    ...texts,
  }),
  async save({ db, input, loaded: { family, supervision }, asked }) {
    const seen = versionSeen(asked) === String(supervision.version)
    if (!seen || !(await updateSupervision(db, supervision, input))) {
      const now = (await readSupervisions(db, family.id)).find(({ id }) => id === supervision.id)
      return { theirs: inWords(now ?? supervision) }
    }
    return {
      redirect: paths.readSupervision.to({ familyId: family.id, entryId: supervision.id }),
      cookies: { flash: 'The supervision was changed.' },
    }
  },
  view: ChangeSupervision,
})

async function load(given: Given<typeof paths.changeSupervision.pattern>) {
  const found = await loadFamilyForm(given)
  const supervision =
    found && (await readSupervisions(given.db, found.family.id)).find(({ id }) => id === given.params.entryId)
  if (!supervision) return null
  const { withPerson, withWhom } = supervision
  // Whoever it was with stays on offer after leaving.
  const gone = withPerson !== null && found.staff.every(({ id }) => id !== withPerson)
  const staff = gone ? [...found.staff, { id: withPerson, name: withWhom ?? 'a colleague who has left' }] : found.staff
  return { ...found, staff, supervision }
}
export type LoadedChange = NonNullable<Awaited<ReturnType<typeof load>>>

const inWords = ({ heldOn, withWhom, texts }: FullSupervision) => ({
  held: formatDate(heldOn),
  withPerson: withWhom ?? 'not recorded',
  ...texts,
})
