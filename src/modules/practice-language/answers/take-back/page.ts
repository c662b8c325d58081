import { formPage } from '#platform/web/form-page.ts'
import { isPerson, notRecorded } from '#platform/web/route.ts'
import { keepOwnAnswers } from '../../access.ts'
import { paths } from '../../paths.ts'
import { readOwnAnswers, takeBack } from '../store.ts'
import { takeBackForm } from './form.ts'
import { TakeBack } from './view.tsx'

export const takeBackPage = formPage({
  path: paths.takeBack,
  permission: keepOwnAnswers,
  record: notRecorded('one’s own answer; lines of answers could be counted by writer'),
  title: 'Take back an answer',
  form: takeBackForm,
  async load({ actor, db, params }) {
    if (!isPerson(actor)) return null
    const answer = (await readOwnAnswers(db, actor.accountId)).find(({ id }) => id === params.id)
    return answer === undefined ? null : { answer, accountId: actor.accountId }
  },
  async save({ db, loaded: { answer, accountId } }) {
    await takeBack(db, accountId, answer.id)
    return { redirect: paths.ownAnswers.to(), cookies: { flash: 'The answer was taken back.' } }
  },
  view: TakeBack,
})
