import { writeFamilies } from '../../access.ts'
import { askingForm } from '../../locations/asking-form.ts'
import { paths } from '../../paths.ts'
import { entryInWords, longForm, patternForm, typedOf, versionSeen } from '../form.ts'
import { loadEntry } from '../load.ts'
import { readEntry, updateEntry } from '../store.ts'
import { ChangePattern } from './view.tsx'

export const changePatternPage = askingForm({
  path: paths.changePattern,
  permission: writeFamilies,
  record: {
    act: 'family.pattern-changed',
    opened: 'family.pattern-form-opened',
    subject: ({ family }) => ({ kind: 'family', id: family.id }),
  },
  title: 'Change an entry of the pattern',
  area: 'Families',
  draft: true,
  bodyLimit: longForm,
  form: patternForm,
  load: loadEntry,
  initial: ({ entry }) => typedOf(entry),
  async save({ db, input, loaded: { family, entry }, asked }) {
    if (versionSeen(asked) === entry.version && (await updateEntry(db, family.id, entry, input)))
      return {
        redirect: paths.patternTable.to({ familyId: family.id }),
        cookies: { flash: 'The entry was changed.' },
      }
    return { theirs: entryInWords(family, (await readEntry(db, family.id, entry.id)) ?? entry) }
  },
  view: ChangePattern,
})
