import { formPage } from '#platform/web/form-page.ts'
import { setWithholding } from '../../access.ts'
import { paths } from '../../paths.ts'
import { readerOf } from '../reader.ts'
import { markSeen } from '../seen.ts'
import { settingForm } from './form.ts'
import { readWithholding, setWithholdingTo } from './store.ts'
import { Setting } from './view.tsx'
import type { Withholding } from './withholding.ts'

const theirs = ({ highestWithheld, zerosHidden }: Withholding) => ({
  highest: String(highestWithheld),
  zeros: zerosHidden ? 'withheld' : 'shown',
})

export const settingPage = formPage({
  path: paths.setting,
  permission: setWithholding,
  record: { act: 'withholding.set', subject: ({ reader }) => ({ kind: 'organisation', id: reader.borough.id }) },
  title: 'Which numbers are withheld',
  area: 'Change data',
  form: settingForm,
  async load({ actor, db }) {
    const reader = readerOf(actor)
    return reader && { reader, setting: await readWithholding(db, reader.borough.id) }
  },
  initial: ({ setting }) => ({
    highest: String(setting.highestWithheld),
    zeros: setting.zerosHidden ? 'hidden' : 'shown',
  }),
  async save({ db, input, loaded: { reader, setting }, asked }) {
    if (markSeen(asked) !== String(setting.version)) return { theirs: theirs(setting) }
    const by = { authorityId: reader.borough.id, personId: reader.personId }
    const next = { highestWithheld: input.highest, zerosHidden: input.zeros === 'hidden' }
    if (!(await setWithholdingTo(db, by, setting.version, next)))
      return { theirs: theirs(await readWithholding(db, reader.borough.id)) }
    return {
      redirect: paths.versions.to(),
      cookies: { flash: 'What is withheld was set. It holds for the next version that is locked.' },
      reason: `1 to ${input.highest}, zeros ${input.zeros}`,
    }
  },
  view: Setting,
})
