import { openToAll } from '#platform/access/actor.ts'
import { roles } from '#platform/access/role.ts'
import type { Module } from '#platform/module.ts'
import type { JsonRoute } from '#platform/web/json-route.ts'
import { page } from '#platform/web/page.ts'
import { notRecorded } from '#platform/web/route.ts'
import { openApi } from './open-api.ts'
import { paths } from './paths.ts'
import { Accessibility, Cookies, LeavingQuickly, Privacy } from './view.tsx'

const words = (what: keyof typeof paths, title: string, view: () => ReturnType<typeof Cookies>) =>
  page({
    path: paths[what],
    permission: openToAll('site', roles),
    record: notRecorded('words that are the same for everybody'),
    title,
    load: async () => ({}),
    view,
  })

/** What every public service says of itself, and the description of the JSON routes for those who connect another system. */
export const siteModule = (jsonRoutes: readonly JsonRoute[]): Module => ({
  name: 'site',
  routes: [
    words('accessibility', 'Accessibility statement', Accessibility),
    words('privacy', 'Privacy', Privacy),
    words('cookies', 'Cookies', Cookies),
    words('leavingQuickly', 'Leaving a page quickly', LeavingQuickly),
    openApi(jsonRoutes),
  ],
})
