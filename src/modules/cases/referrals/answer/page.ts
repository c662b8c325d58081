import { formatDate } from '#platform/dates.ts'
import { writeFamilies } from '../../access.ts'
import { versionSeen } from '../../attempts/answers.ts'
import { loadFamilyForm } from '../../attempts/load.ts'
import { nameOf } from '../../family.ts'
import { askingForm } from '../../locations/asking-form.ts'
import { paths } from '../../paths.ts'
import { answerForm } from '../form.ts'
import { answers, type Referral } from '../referrals.ts'
import { answerReferral, readReferrals } from '../store.ts'
import { AnswerReferral } from './view.tsx'

export const answerReferralPage = askingForm({
  path: paths.answerReferral,
  permission: writeFamilies,
  record: {
    act: 'family.referral-answered',
    opened: 'family.referral-read',
    subject: ({ family }) => ({ kind: 'family', id: family.id }),
  },
  title: 'Record the answer to a referral',
  area: 'Families',
  form: ({ today, referral }) => answerForm({ today, sentOn: referral.sentOn }),
  async load(given) {
    const found = await loadFamilyForm(given)
    const referral =
      found && (await readReferrals(given.db, found.family.id)).find(({ id }) => id === given.params.entryId)
    return found && referral ? { ...found, referral, name: nameOf(found.family, referral.perpetratorId) } : null
  },
  initial: ({ referral: { answer, answeredOn, reason }, today }) => ({
    ...(answer !== null && { answer }),
    answered: answeredOn ?? today,
    reason,
  }),
  async save({ db, input, loaded: { family, referral }, asked }) {
    const seen = versionSeen(asked) === String(referral.version)
    if (!seen || !(await answerReferral(db, referral, input))) {
      const now = (await readReferrals(db, family.id)).find(({ id }) => id === referral.id)
      return { theirs: inWords(now ?? referral) }
    }
    return {
      redirect: paths.engagement.to({ familyId: family.id }),
      cookies: { flash: 'The answer was recorded.' },
    }
  },
  view: AnswerReferral,
})

const inWords = ({ answer, answeredOn, reason }: Referral) => ({
  answer: answer === null ? '' : answers[answer],
  answered: answeredOn === null ? '' : formatDate(answeredOn),
  reason,
})
