import { page } from '#platform/web/page.ts'
import { isPerson } from '#platform/web/route.ts'
import { protectFamilies, seeFamilies, writeFamilies } from '../../access.ts'
import { readFamily } from '../../family-store.ts'
import { paths } from '../../paths.ts'
import { readOpenings } from '../store.ts'
import { OpenedView } from './view.tsx'

/** Lines of a page. */
export const mostOpenings = 200

/** `wordsOf` gives the acts in words: they are those of every room. */
export const openedPage = (wordsOf: (act: string) => string) =>
  page({
    path: paths.opened,
    permission: seeFamilies,
    record: { act: 'family.openings-read', subject: ({ family }) => ({ kind: 'family', id: family.id }) },
    title: 'Who has opened a family record',
    area: 'Families',
    wide: true,
    async load({ actor, db, params }) {
      const family = await readFamily(db, params.familyId)
      if (family === null || !isPerson(actor)) return null
      const openings = await readOpenings(db, family.id, mostOpenings)
      const { role } = actor.grant
      return {
        family,
        openings: openings.map((opening) => ({ ...opening, act: wordsOf(opening.act) })),
        mayRecord: writeFamilies.roles.includes(role),
        mayProtect: protectFamilies.roles.includes(role),
      }
    },
    view: OpenedView,
  })
