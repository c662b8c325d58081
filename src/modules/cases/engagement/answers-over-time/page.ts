import { page } from '#platform/web/page.ts'
import { seeFamilies } from '../../access.ts'
import { peopleOf } from '../../family.ts'
import { readFamily } from '../../family-store.ts'
import { paths } from '../../paths.ts'
import { answersOf } from '../answer.ts'
import { readDefinitions } from '../definition-store.ts'
import { inForce } from '../engagement-form.ts'
import { overTime } from '../over-time.ts'
import { readForms, readLatest } from '../store.ts'
import { AnswersOverTime } from './view.tsx'

/** Each question through all completed forms. `?question=` opens one of them. */
export const answersOverTimePage = page({
  path: paths.answersOverTime,
  permission: seeFamilies,
  record: { act: 'family.engagement-answers-read', subject: ({ family }) => ({ kind: 'family', id: family.id }) },
  title: 'Answers over time',
  area: 'Families',
  async load({ db, params, query }) {
    const family = await readFamily(db, params.familyId)
    if (family === null) return null
    const forms = inForce(await readForms(db, family.id))
    const latest = await readLatest(
      db,
      forms.map(({ id }) => id),
    )
    const definitions = await readDefinitions(
      db,
      forms.map(({ definition }) => definition),
    )
    const questions = overTime(
      forms.flatMap((form) => {
        const named = definitions.get(form.definition)
        return named ? [{ form, definition: named.definition, answers: answersOf(latest.get(form.id) ?? []) }] : []
      }),
    )
    const opened = query.get('question')
    return {
      family,
      questions,
      opened: questions.find(({ question }) => question.key === opened) ?? null,
      perpetrators: peopleOf(family, 'perpetrator').map(({ name }) => name),
    }
  },
  view: AnswersOverTime,
})
