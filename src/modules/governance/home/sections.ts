import { readingOf } from '#modules/people/index.ts'
import { permission } from '#platform/access/actor.ts'
import type { HomeLine, HomeSection } from '#platform/module.ts'
import type { Group } from '../group.ts'
import { paths } from '../paths.ts'
import { readGroups } from '../store.ts'

const lineOf = ({ name, meets, holders }: Group): HomeLine => ({
  text: holders.length > 0 ? `${name} meets ${meets}` : `Nobody sits in ${name} yet`,
  href: paths.groups.to(),
  due: holders.length === 0,
})

/** What governance says on the Home of whoever runs the partnership. */
export const homeSections: readonly HomeSection[] = [
  {
    title: 'Governance',
    sort: 90,
    permission: permission('governance.home', ['project']),
    whenEmpty: 'No group is set up yet.',
    async load(given) {
      const reading = await readingOf(given)
      if (reading === null || reading.partnership === null) return []
      return (await readGroups(given.db, reading.partnership.id)).map(lineOf)
    },
  },
]
