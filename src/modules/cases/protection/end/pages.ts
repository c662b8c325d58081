import { z } from 'zod'
import { formPage } from '#platform/web/form-page.ts'
import type { Path } from '#platform/web/path.ts'
import { isPerson } from '#platform/web/route.ts'
import { protectFamilies } from '../../access.ts'
import { readFamily } from '../../family-store.ts'
import { paths } from '../../paths.ts'
import { endKeptOut, readTies, readWalls } from '../store.ts'
import { EndView } from './view.tsx'

const endForm = z.strictObject({})

/** Lets somebody in again: a wall or a tie is ended the same way. */
const endPage = <
  const P extends
    | '/families/:familyId/protection/walls/:entryId/end'
    | '/families/:familyId/protection/ties/:entryId/end',
>(
  path: Path<P>,
  table: 'family_wall' | 'staff_tie',
) =>
  formPage({
    path: path as Path<'/families/:familyId/protection/walls/:entryId/end'>, // both have the same two parts
    permission: protectFamilies,
    record: { act: 'family.person-let-in', subject: ({ family }) => ({ kind: 'family', id: family.id }) },
    title: 'Let somebody see a family record again',
    area: 'Families',
    form: endForm,
    async load({ actor, db, params }) {
      const family = await readFamily(db, params.familyId)
      if (family === null || !isPerson(actor)) return null
      const kept = (await (table === 'family_wall' ? readWalls : readTies)(db, family.id)).find(
        ({ id }) => id === params.entryId,
      )
      return kept === undefined ? null : { family, kept, me: actor.personId }
    },
    async save({ db, loaded: { family, kept, me } }) {
      await endKeptOut(db, table, kept.id, me)
      return {
        redirect: paths.protection.to({ familyId: family.id }),
        cookies: { flash: 'They can see the record again where their role lets them.' },
      }
    },
    view: EndView,
  })

export const endWallPage = endPage(paths.endWall, 'family_wall')
export const endTiePage = endPage(paths.endTie, 'staff_tie')
