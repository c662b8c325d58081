import { readingOf } from '#modules/people/index.ts'
import { permission } from '#platform/access/actor.ts'
import type { HomeLine, HomeSection } from '#platform/module.ts'
import type { Group } from '../group.ts'
import { paths } from '../paths.ts'
import { readGroups } from '../store.ts'

// When a group meets is in its list: on Home stands what needs somebody.
const lineOf = ({ name }: Group): HomeLine => ({
  text: `Nobody sits in ${name} yet`,
  href: paths.groups.to(),
  due: true,
})

/** What governance says on the Home of whoever runs the partnership. */
export const homeSections: readonly HomeSection[] = [
  {
    title: 'Governance',
    sort: 90,
    permission: permission('governance.home', ['project']),
    whenEmpty: 'Every group has its members.',
    async load(given) {
      const reading = await readingOf(given)
      if (reading === null || reading.partnership === null) return []
      return (await readGroups(given.db, reading.partnership.id))
        .filter(({ holders }) => holders.length === 0)
        .map(lineOf)
    },
  },
]
