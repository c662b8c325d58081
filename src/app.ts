import { accountsModule } from '#modules/accounts/index.ts'
import { auditsModule } from '#modules/audits/index.ts'
import { casesModule } from '#modules/cases/index.ts'
import { evaluationModule } from '#modules/evaluation/index.ts'
import { governanceModule } from '#modules/governance/index.ts'
import { homeModule } from '#modules/home/index.ts'
import { hubModule } from '#modules/hub/index.ts'
import { indicatorsModule } from '#modules/indicators/index.ts'
import { leadsModule } from '#modules/leads/index.ts'
import { marketplaceModule } from '#modules/marketplace/index.ts'
import { peopleModule } from '#modules/people/index.ts'
import { practiceLanguageModule, textCheck } from '#modules/practice-language/index.ts'
import { siteModule } from '#modules/site/index.ts'
import { trainingModule } from '#modules/training/index.ts'
import { draftRoute } from '#platform/drafts/route.ts'
import { housekeeping } from '#platform/jobs/housekeeping.ts'
import { sendMail } from '#platform/jobs/send-mail.ts'
import type { MailTemplate } from '#platform/mail/template.ts'
import type { AreaSpec, Command, Job, Module } from '#platform/module.ts'
import type { JsonRoute } from '#platform/web/json-route.ts'
import type { Area } from '#platform/web/look.ts'
import type { Route } from '#platform/web/route.ts'
import type { Visitor } from '#platform/web/session.ts'
import { demonstrationSignIns } from './demonstration/index.ts'

/** What rooms give the platform, which may not know them. */
export const fromRooms = { textCheck }

// The rooms, in the order in which one may use another: each only those to its left.
const rooms: readonly Module[] = [
  accountsModule({ signIns: demonstrationSignIns, mails: () => mails, acts: () => acts }),
  peopleModule,
  hubModule,
  practiceLanguageModule,
  trainingModule,
  leadsModule,
  marketplaceModule,
  casesModule,
  auditsModule,
  governanceModule,
  indicatorsModule,
  evaluationModule,
]

export const mails: Readonly<Record<string, MailTemplate>> = Object.assign({}, ...rooms.map((room) => room.mails ?? {}))

const acts: Readonly<Record<string, string>> = Object.assign({}, ...rooms.map((room) => room.acts ?? {}))

const home = homeModule(rooms.flatMap((room) => room.home ?? []))

const roomRoutes = [...rooms, home].flatMap((room) => room.routes)
const site = siteModule(roomRoutes.filter((route): route is JsonRoute => 'describe' in route))

/** Everything that can be asked for by a URL. */
export const routes: readonly Route[] = [...roomRoutes, ...site.routes, draftRoute]

export const jobs: readonly Job[] = [housekeeping, sendMail(mails), ...rooms.flatMap((room) => room.jobs ?? [])]

export const commands: readonly Command[] = rooms.flatMap((room) => room.commands ?? [])

const areaSpecs: readonly AreaSpec[] = [...rooms, home]
  .flatMap((room) => room.areas ?? [])
  .toSorted((a, b) => a.sort - b.sort)

/** The areas that somebody's roles open. Nobody signed in sees those open to all. */
export const areasFor = ({ who }: Visitor, current: string | undefined): Area[] => {
  const held = who?.complete ? who.grants.map((grant) => grant.role) : []
  return areaSpecs
    .filter(({ permission }) => permission.public || held.some((role) => permission.roles.includes(role)))
    .map(({ text, href }) => ({ text, href, current: text === current }))
}
