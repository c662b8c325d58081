import { randomUUID } from 'node:crypto'
import { formatDate } from '#platform/dates.ts'
import { formPage } from '#platform/web/form-page.ts'
import { managePartnership } from '../access.ts'
import { overlappingMembership } from '../partnership.ts'
import { paths } from '../paths.ts'
import { comparable } from '../staff.ts'
import {
  insertMembership,
  insertOrganisation,
  lockPartnership,
  readMemberships,
  readOrganisations,
  readPartnerships,
} from '../store.ts'
import { membershipForm } from './form.ts'
import { AddMembership } from './view.tsx'

export const addMembershipPage = formPage({
  path: paths.addMembership,
  permission: managePartnership,
  record: { act: 'membership.added' },
  title: 'Add a member',
  area: 'Settings',
  form: ({ organisations }) => membershipForm(organisations.map(({ id }) => id)),
  async load({ db }) {
    const [partnership] = await readPartnerships(db)
    return partnership ? { partnership, organisations: await readOrganisations(db) } : null
  },
  async save({ db, input, loaded: { partnership } }) {
    await lockPartnership(db, partnership.id)
    const { capacity, stage, starts } = input
    if (input.organisationId === null) {
      const known = (await readOrganisations(db)).find(({ name }) => comparable(name) === comparable(input.name))
      if (known) return { errors: { name: `${known.name} is listed already: select it from the list` } }
    }
    const organisationId = input.organisationId ?? randomUUID()
    const others = await readMemberships(db, partnership.id)
    const overlap = overlappingMembership({ organisationId, capacity, starts, ends: null }, others)
    if (overlap)
      return {
        errors: {
          joined: `${overlap.organisation.name} is a member already from ${formatDate(overlap.starts)}: set a last day there first, or a later first day here`,
        },
      }
    if (input.organisationId === null)
      await insertOrganisation(db, { id: organisationId, name: input.name, kind: capacity })
    const id = await insertMembership(db, { partnershipId: partnership.id, organisationId, capacity, stage, starts })
    return {
      redirect: paths.partnership.to(),
      subject: { kind: 'membership', id },
      cookies: { flash: 'The member was added.' },
    }
  },
  view: AddMembership,
})
