import type { Module } from '#platform/module.ts'
import type { Route } from '#platform/web/route.ts'
import { seeFamilies } from './access.ts'
import { attachmentsActs, attachmentsRoutes } from './attachments/routes.ts'
import { attemptsActs, attemptsRoutes } from './attempts/routes.ts'
import { complexityActs, complexityRoutes } from './complexity/routes.ts'
import { detailsActs, detailsRoutes } from './details/routes.ts'
import { documentActs, documentRoutes } from './documents/routes.ts'
import { effortActs, effortRoutes } from './efforts/routes.ts'
import { engagementActs, engagementRoutes } from './engagement/routes.ts'
import { exchangeActs, exchangeRoutes } from './exchange/routes.ts'
import { home } from './home/routes.ts'
import { importActs, importRoutes } from './import/routes.ts'
import { letterActs, letterRoutes } from './letters/routes.ts'
import { listActs, listRoutes } from './list/routes.ts'
import { notesActs, notesRoutes } from './notes/routes.ts'
import { openActs, openRoutes } from './open/routes.ts'
import { overviewActs, overviewRoutes } from './overview/routes.ts'
import { paths } from './paths.ts'
import { patternActs, patternRoutes } from './pattern/routes.ts'
import { peopleActs, peopleRoutes } from './people/routes.ts'
import { planActs, planRoutes } from './plan/routes.ts'
import { protectionHome } from './protection/home.ts'
import { caseMails } from './protection/mails.ts'
import { protectionActs, protectionRoutes } from './protection/routes.ts'
import { referralsActs, referralsRoutes } from './referrals/routes.ts'
import { supervisionActs, supervisionRoutes } from './supervision/routes.ts'
import { vaultActs, vaultRoutes } from './vault/routes.ts'
import { worklistsActs, worklistsRoutes } from './worklists/routes.ts'

export { sealNewFamily } from './vault/sealed-rows.ts'

const acts: Readonly<Record<string, string>> = {
  ...{ ...listActs, ...worklistsActs, ...openActs, ...detailsActs, ...peopleActs, ...overviewActs, ...patternActs },
  ...{ ...effortActs, ...complexityActs, ...engagementActs, ...attemptsActs, ...referralsActs, ...planActs },
  ...{ ...supervisionActs, ...notesActs, ...attachmentsActs, ...importActs, ...vaultActs, ...letterActs },
  ...{ ...protectionActs, ...exchangeActs, ...documentActs },
}

const routes: readonly Route[] = [
  ...[...listRoutes, ...worklistsRoutes, ...openRoutes, ...detailsRoutes, ...peopleRoutes, ...overviewRoutes],
  ...[
    ...patternRoutes,
    ...effortRoutes,
    ...complexityRoutes,
    ...engagementRoutes,
    ...attemptsRoutes,
    ...referralsRoutes,
  ],
  ...[...planRoutes, ...supervisionRoutes, ...notesRoutes, ...attachmentsRoutes, ...importRoutes, ...vaultRoutes],
  ...[...letterRoutes, ...protectionRoutes((act) => acts[act] ?? act), ...exchangeRoutes, ...documentRoutes],
]

/** Families: the perpetrator's pattern in the record. */
export const casesModule: Module = {
  name: 'cases',
  routes,
  areas: [{ text: 'Families', href: paths.families.to(), permission: seeFamilies, sort: 10 }],
  home: [...home, protectionHome],
  mails: caseMails,
  acts,
}
