import { writeFamilies } from '../../access.ts'
import { askingForm } from '../../locations/asking-form.ts'
import { paths } from '../../paths.ts'
import { attemptForm } from '../form.ts'
import { type LoadedAttemptForm, loadAttemptForm } from '../load.ts'
import { insertAttempt } from '../store.ts'
import { RecordAttempt } from './view.tsx'

const planned = ({ perpetrators }: LoadedAttemptForm) =>
  perpetrators.filter(({ plan }) => plan !== null).map(({ individualId }) => individualId)

export const recordAttemptPage = askingForm({
  path: paths.attempt,
  permission: writeFamilies,
  record: {
    act: 'family.attempt-recorded',
    opened: 'family.attempt-form-read',
    subject: ({ family }) => ({ kind: 'family', id: family.id }),
  },
  title: 'Record an attempt to engage',
  area: 'Families',
  draft: true,
  bodyLimit: 4 * 1024 * 1024,
  form: (loaded) => attemptForm({ today: loaded.today, staff: loaded.staff, perpetrators: planned(loaded) }),
  load: loadAttemptForm,
  // What is so nearly every time: a failed call of today is recorded with one answer and Enter.
  initial(loaded) {
    const [only, ...others] = planned(loaded)
    return {
      how: 'telephone',
      on: loaded.today,
      madeBy: loaded.personId,
      ...(only !== undefined && others.length === 0 && { perpetrator: only }),
    }
  },
  async save({ db, input: { perpetratorId, answers }, loaded: { family, writer } }) {
    await insertAttempt(db, writer, perpetratorId, answers)
    return {
      redirect: paths.engagement.to({ familyId: family.id }),
      cookies: { flash: 'The attempt was recorded.' },
    }
  },
  view: RecordAttempt,
})
