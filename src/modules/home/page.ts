import { openToAll } from '#platform/access/actor.ts'
import { roles } from '#platform/access/role.ts'
import type { HomeLine, HomeSection } from '#platform/module.ts'
import { page } from '#platform/web/page.ts'
import { path } from '#platform/web/path.ts'
import { isPerson, notRecorded } from '#platform/web/route.ts'
import { Home } from './view.tsx'

export type LoadedSection = { readonly title: string; readonly lines: readonly HomeLine[]; readonly whenEmpty: string }

/** `/`: for somebody signed in, what needs them in the role they act in; for everybody else, the door. */
export const homePage = (sections: readonly HomeSection[]) =>
  page({
    path: path('/'),
    permission: openToAll('home', roles),
    record: notRecorded('counts of what is due, with nobody named'),
    title: 'Home',
    area: 'Home',
    async load(given) {
      const { actor } = given
      if (!isPerson(actor)) return { person: null, sections: [] }
      const mine = sections
        .filter(({ permission }) => permission.roles.includes(actor.grant.role))
        .toSorted((a, b) => a.sort - b.sort)
      const loaded: LoadedSection[] = []
      for (const section of mine)
        loaded.push({ title: section.title, lines: await section.load(given), whenEmpty: section.whenEmpty })
      return {
        person: { name: actor.name, role: actor.grant.role, organisation: actor.grant.organisation },
        sections: loaded,
      }
    },
    view: Home,
  })
