import { formPage } from '#platform/web/form-page.ts'
import { isPerson } from '#platform/web/route.ts'
import { writeFamilies } from '../access.ts'
import { noTeam } from '../details/form.ts'
import { readOpenTeams } from '../list/store.ts'
import { paths } from '../paths.ts'
import { openForm } from './form.ts'
import { openFamily, readOwnTeam } from './store.ts'
import { OpenFamily } from './view.tsx'

export const openFamilyPage = formPage({
  path: paths.open,
  permission: writeFamilies,
  record: { act: 'family.opened' },
  title: 'Open a family record',
  area: 'Families',
  form: ({ teams }) => openForm(teams.map(({ id }) => id)),
  async load({ actor, db, query }) {
    if (!isPerson(actor)) return null
    const [teams, ownTeam] = [await readOpenTeams(db), await readOwnTeam(db)]
    // From the case system: its number, which stood in the address that led here.
    const number = (query.get('number') ?? '').slice(0, 100)
    return { teams, ownTeam: teams.find(({ id }) => id === ownTeam)?.id ?? null, number }
  },
  initial: ({ ownTeam, number }) => ({ team: ownTeam ?? '', cmsId: number }),
  async save({ db, input }) {
    const id = await openFamily(db, {
      name: input.name,
      teamId: input.team === noTeam ? null : input.team,
      cmsId: input.cmsId,
    })
    return {
      redirect: paths.addPerson.to({ familyId: id }),
      subject: { kind: 'family', id },
      cookies: { flash: 'The record is open. Now add who is in the family.' },
    }
  },
  view: OpenFamily,
})
