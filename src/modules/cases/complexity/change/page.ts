import type { Given } from '#platform/web/page.ts'
import { writeFamilies } from '../../access.ts'
import { askingForm } from '../../locations/asking-form.ts'
import { paths } from '../../paths.ts'
import { longForm, versionSeen } from '../../pattern/form.ts'
import { type LoadedFamily, loadFamily } from '../../pattern/load.ts'
import type { Complexity } from '../complexity.ts'
import { complexityForm, complexityInWords, typedOf } from '../form.ts'
import { readComplexity, updateComplexity } from '../store.ts'
import { ChangeComplexity } from './view.tsx'

export const changeComplexityPage = askingForm({
  path: paths.changeComplexity,
  permission: writeFamilies,
  record: {
    act: 'family.complexity-changed',
    opened: 'family.complexity-form-opened',
    subject: ({ family }) => ({ kind: 'family', id: family.id }),
  },
  title: 'Change complexity',
  area: 'Families',
  draft: true,
  bodyLimit: longForm,
  form: complexityForm,
  load,
  initial: ({ complexity }) => typedOf(complexity),
  async save({ db, input: { withdrawnWhy, ...fields }, loaded: { family, complexity }, asked }) {
    const isSeen = versionSeen(asked) === complexity.version
    if (isSeen && (await updateComplexity(db, family.id, complexity, fields, withdrawnWhy)))
      return {
        redirect: paths.complexities.to({ familyId: family.id }),
        cookies: { flash: withdrawnWhy === '' ? 'Changed.' : 'Withdrawn. It stays readable with your reason.' },
      }
    return { theirs: complexityInWords(family, (await readComplexity(db, family.id, complexity.id)) ?? complexity) }
  },
  view: ChangeComplexity,
})

async function load<P extends string>(given: Given<P>): Promise<LoadedComplexity | null> {
  const loaded = await loadFamily(given)
  if (loaded === null) return null
  const complexity = await readComplexity(given.db, loaded.family.id, given.asked.params['entryId'] ?? '')
  return complexity === null ? null : { ...loaded, complexity }
}

export type LoadedComplexity = LoadedFamily & { readonly complexity: Complexity }
