import { z } from 'zod'
import { formPage } from '#platform/web/form-page.ts'
import { isPerson } from '#platform/web/route.ts'
import { markDirection } from '../../access.ts'
import { paths } from '../../paths.ts'
import { readMark, withdrawMark } from '../store.ts'
import { WithdrawMark } from './view.tsx'

export const withdrawMarkPage = formPage({
  path: paths.withdrawMark,
  permission: markDirection,
  record: { act: 'change-mark.withdrawn', subject: ({ id }) => ({ kind: 'change-mark', id }) },
  title: 'Withdraw a mark',
  area: 'Change data',
  form: z.strictObject({}),
  async load({ db, actor, params }) {
    if (!isPerson(actor)) return null
    const mark = await readMark(db, actor.grant.organisationId, params.markId)
    return mark && { mark, id: params.markId }
  },
  async save({ db, actor, loaded: { id } }) {
    if (!isPerson(actor)) throw new Error('nobody without an account has this permission')
    const isDone = await withdrawMark(db, id, actor.personId)
    return {
      redirect: paths.direction.to(),
      cookies: { flash: isDone ? 'The mark was withdrawn.' : 'Somebody else withdrew the mark before you.' },
    }
  },
  view: WithdrawMark,
})
