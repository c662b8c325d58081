import { page } from '#platform/web/page.ts'
import { isPerson, notRecorded } from '#platform/web/route.ts'
import { shapeForms } from '../../../access.ts'
import { readStaffNames } from '../../../family-store.ts'
import { paths } from '../../../paths.ts'
import { readCurrentDefinition, readOwnDefinitions } from '../../definition-store.ts'
import { standard1 } from '../../standard.ts'
import { compareDefinitions } from '../compare.ts'
import { FormDefinitions } from './view.tsx'

/** The borough's engagement form: its pages and questions, and its versions. */
export const formDefinitionsPage = page({
  path: paths.formDefinitions,
  permission: shapeForms,
  record: notRecorded('the questions of a form, and nobody’s answers'),
  title: 'Your engagement form',
  area: 'Settings',
  async load({ actor, db }) {
    if (!isPerson(actor)) return null
    const { organisation, organisationId } = actor.grant
    const versions = await readOwnDefinitions(db, organisationId)
    const current = await readCurrentDefinition(db, organisationId)
    return {
      organisation,
      versions,
      current,
      differences: compareDefinitions(current.definition, standard1),
      names: await readStaffNames(
        db,
        versions.map(({ madeBy }) => madeBy),
      ),
    }
  },
  view: FormDefinitions,
})
