import { formatDate } from '#platform/dates.ts'
import { writeFamilies } from '../../access.ts'
import { nameOf } from '../../family.ts'
import { askingForm } from '../../locations/asking-form.ts'
import { paths } from '../../paths.ts'
import { versionSeen } from '../answers.ts'
import { type Attempt, results, topics, ways } from '../attempts.ts'
import { changeAttemptForm } from '../form.ts'
import { loadFamilyForm } from '../load.ts'
import { readAttempts, updateAttempt } from '../store.ts'
import { ChangeAttempt } from './view.tsx'

export const changeAttemptPage = askingForm({
  path: paths.changeAttempt,
  permission: writeFamilies,
  record: {
    act: 'family.attempt-changed',
    opened: 'family.attempt-read',
    subject: ({ family }) => ({ kind: 'family', id: family.id }),
  },
  title: 'Change an attempt to engage',
  area: 'Families',
  draft: true,
  bodyLimit: 4 * 1024 * 1024,
  form: ({ today, staff }) => changeAttemptForm({ today, staff }),
  async load(given) {
    const found = await loadFamilyForm(given)
    const attempt =
      found && (await readAttempts(given.db, found.family.id)).find(({ id }) => id === given.params.entryId)
    if (!attempt || attempt.withdrawn) return null
    // Whoever made it stays on offer after leaving.
    const staff = found.staff.some(({ id }) => id === attempt.madeBy)
      ? found.staff
      : [...found.staff, { id: attempt.madeBy, name: attempt.madeByName }]
    return { ...found, staff, attempt, name: nameOf(found.family, attempt.perpetratorId) }
  },
  initial: ({ attempt }) => ({
    how: attempt.how,
    result: attempt.result,
    spokeAbout: attempt.spokeAbout.join('\n'),
    on: attempt.onDate,
    time: attempt.atTime,
    madeBy: attempt.madeBy,
    what: attempt.what,
    next: attempt.next,
    nextOn: attempt.nextOn ?? '',
  }),
  async save({ db, input: { answers, withdrawnWhy }, loaded: { family, attempt }, asked }) {
    const seen = versionSeen(asked) === String(attempt.version)
    if (!seen || !(await updateAttempt(db, attempt, answers, withdrawnWhy))) {
      const now = (await readAttempts(db, family.id)).find(({ id }) => id === attempt.id)
      return { theirs: inWords(now ?? attempt) }
    }
    return {
      redirect: paths.engagement.to({ familyId: family.id }),
      cookies: { flash: withdrawnWhy === null ? 'The attempt was changed.' : 'The attempt was withdrawn.' },
    }
  },
  view: ChangeAttempt,
})

const inWords = (attempt: Attempt) => ({
  how: ways[attempt.how].text,
  result: results[attempt.result],
  spokeAbout: attempt.spokeAbout.map((topic) => topics[topic]).join(', '),
  on: formatDate(attempt.onDate),
  time: attempt.atTime,
  madeBy: attempt.madeByName,
  what: attempt.what,
  next: attempt.next,
  nextOn: attempt.nextOn === null ? '' : formatDate(attempt.nextOn),
  withdrawnWhy: attempt.withdrawn ? attempt.withdrawnWhy : 'not withdrawn',
})
