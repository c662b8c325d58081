import { formPage } from '#platform/web/form-page.ts'
import { isPerson } from '#platform/web/route.ts'
import { markDirection } from '../../access.ts'
import { paths } from '../../paths.ts'
import { loadLines } from '../lines/load.ts'
import { quarterOn, startOf } from '../quarter-words.ts'
import type { NewMark } from '../store.ts'
import { insertMark } from '../store.ts'
import { questionOf } from './baseline.ts'
import { markForm } from './form.ts'
import { AddMark } from './view.tsx'

/** A baseline begins with its quarter, and says itself what it is. */
const asKept = (input: NewMark): NewMark =>
  input.kind === 'new baseline'
    ? { ...input, on: startOf(quarterOn(input.on)), label: input.label === '' ? 'New baseline' : input.label }
    : input

export const addMarkPage = formPage({
  path: paths.addMark,
  permission: markDirection,
  record: { act: 'change-mark.added' },
  title: 'Mark what happened',
  area: 'Change data',
  form: ({ known, today }) => markForm(known, today),
  async load(given) {
    const lines = await loadLines(given)
    // What the house knows by itself is not entered a second time.
    const known = lines?.marks.filter(({ id }) => id === null).map(({ kind }) => kind) ?? []
    return lines && { ...lines, known, today: given.services.clock.today() }
  },
  async save({ db, actor, asked, input, loaded: { borough, drawn, marks } }) {
    if (!isPerson(actor)) throw new Error('nobody without an account has this permission')
    const mark = asKept(input)
    const question = mark.kind === 'new baseline' ? questionOf(drawn, marks, mark) : null
    if (question !== null && 'refused' in question) return { errors: { on: question.refused } }
    const seen = `${mark.measure} ${mark.on}`
    if (question !== null && asked.body['_seen'] !== seen) return { errors: { on: question.asked }, seen }
    const id = await insertMark(db, { authorityId: borough.id, personId: actor.personId }, mark)
    return {
      redirect: paths.direction.to(),
      subject: { kind: 'change-mark', id },
      cookies: { flash: mark.kind === 'new baseline' ? 'The new baseline was added.' : 'The mark was added.' },
    }
  },
  view: AddMark,
})
