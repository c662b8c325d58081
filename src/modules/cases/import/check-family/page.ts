import { createHash } from 'node:crypto'
import type { ReadDb } from '#platform/db/connection.ts'
import { formPage } from '#platform/web/form-page.ts'
import { isPerson } from '#platform/web/route.ts'
import { writeFamilies } from '../../access.ts'
import { paths } from '../../paths.ts'
import type { FamilyFile } from '../family-file.ts'
import { openImported, readKnown, recordWithNumber } from '../family-store.ts'
import { dropWaitingFamily, readWaitingFamily } from '../waiting-family.ts'
import { checkFamilyForm } from './form.ts'
import { CheckFamily } from './view.tsx'

const nobody: FamilyFile = {
  ...{ name: '', cmsId: '', legalStatus: '', communicationNeeds: '', people: [], leftOut: [] },
  problems: [{ line: 1, field: 'whole file', says: 'there is nothing to bring in' }],
}

const planOf = async (db: ReadDb, family: FamilyFile) => {
  const [there, known] = [await recordWithNumber(db, family.cmsId), await readKnown(db, family)]
  const mark = createHash('sha256')
    .update(JSON.stringify([family, there, [...known]]))
    .digest('base64url')
  return { there, known, mark }
}

export const checkFamilyPage = formPage({
  path: paths.checkFamilyImport,
  permission: writeFamilies,
  record: {
    act: 'family.imported',
    opened: 'family.import-checked',
    subject: ({ organisationId }) => ({ kind: 'organisation', id: organisationId }),
  },
  title: 'Check a family',
  area: 'Families',
  wide: true,
  form: checkFamilyForm,
  async load({ actor, db, services, asked }) {
    if (!isPerson(actor)) return null
    const family = await readWaitingFamily(db, services, actor.accountId)
    // A second sending finds the family gone already: it is to get the answer of the first, not a page that is not there.
    if (family === null && asked.method === 'GET') return null
    const { organisationId, organisation } = actor.grant
    const given = family ?? nobody
    return { accountId: actor.accountId, organisationId, organisation, family: given, ...(await planOf(db, given)) }
  },
  async save({ db, input, loaded: { accountId, organisationId, family } }) {
    if (family.problems.length > 0)
      return { errors: { plan: 'The file cannot be brought in as it is: put it right first' } }
    const { there, known, mark } = await planOf(db, family)
    if (mark !== input.plan)
      return { errors: { plan: 'Something has changed since this check was made: look at it again' } }
    if (there !== null)
      return {
        errors: {
          plan: `Record ${there.reference} has this case number already: work in that one, or change the number in the file`,
        },
      }
    const same = new Map([...known].filter(([line]) => input.same.includes(String(line))))
    const familyId = await openImported(db, organisationId, family, same)
    await dropWaitingFamily(db, accountId)
    return {
      redirect: paths.people.to({ familyId }),
      subject: { kind: 'family', id: familyId },
      cookies: { flash: 'The record was opened with its people. Add what is protected under Protected details.' },
    }
  },
  view: CheckFamily,
})
