import type { WriteDb } from '#platform/db/connection.ts'
import { formPage } from '#platform/web/form-page.ts'
import type { Given } from '#platform/web/page.ts'
import { isPerson } from '#platform/web/route.ts'
import { seeFamilies, superviseFamilies } from '../access.ts'
import { readColleagues, readFamily } from '../family-store.ts'
import { readOpenTeams } from '../list/store.ts'
import { paths } from '../paths.ts'
import { noTeam, workersForm } from './form.ts'
import { versionSeen } from './seen.ts'
import { addWorker, endWorker, moveFamily, readWorkerTimes } from './store.ts'
import { Workers } from './workers-view.tsx'

/** Who works with a family, for whoever sees it; managers change it. */
export const workersPage = formPage({
  path: paths.workers,
  permission: seeFamilies,
  record: {
    act: 'family.workers-changed',
    opened: 'family.workers-read',
    subject: ({ family }) => ({ kind: 'family', id: family.id }),
  },
  title: 'Who works with this family',
  area: 'Families',
  form: ({ colleagues, now, before, teams }) =>
    workersForm({
      colleagues: colleagues.map(({ id }) => id),
      // Sent twice, the second finds them ended: that is told below, after it is known whether it was sent before.
      workers: [...now, ...before].map(({ id }) => id),
      teams: teams.map(({ id }) => id),
    }),
  load,
  initial: ({ family }) => ({ team: family.teamId ?? noTeam }),
  save: ({ db, input, loaded, asked }) => change(db, input, loaded, versionSeen(asked)),
  view: Workers,
})

async function load({ actor, asked, db, params, services }: Given<typeof paths.workers.pattern>) {
  if (!isPerson(actor)) return null
  const manages = superviseFamilies.roles.includes(actor.grant.role)
  // Whoever may only read it has no page that takes a form here.
  if (asked.method === 'POST' && !manages) return null
  const family = await readFamily(db, params.familyId)
  if (family === null) return null
  const times = await readWorkerTimes(db, family.id)
  const today = services.clock.today()
  return {
    family,
    manages,
    now: times.filter(({ ends }) => ends === null || ends > today),
    before: times.filter(({ ends }) => ends !== null && ends <= today),
    colleagues: manages ? await readColleagues(db) : [],
    teams: manages ? await readOpenTeams(db) : [],
  }
}

export type LoadedWorkers = NonNullable<Awaited<ReturnType<typeof load>>>

type Input = { work: 'add' | 'end' | 'team'; person: string; kind: string; worker: string; team: string }

const change = async (db: WriteDb, input: Input, { family, now }: LoadedWorkers, seen: string) => {
  const familyId = family.id
  const done = (flash: string) => ({ redirect: paths.workers.to({ familyId }), cookies: { flash } })
  if (input.work === 'add') {
    if (now.some(({ personId, kind }) => personId === input.person && kind === input.kind))
      return { errors: { person: 'They do this for the family already' } }
    await addWorker(db, { authorityId: family.authorityId, familyId, personId: input.person, kind: input.kind })
    return done('They work with the family from today.')
  }
  if (input.work === 'end') {
    if (!now.some(({ id }) => id === input.worker))
      return { errors: { worker: 'They no longer work with the family already' } }
    await endWorker(db, familyId, input.worker)
    // Without them this may be the last that the manager sees of a family of another team.
    return { redirect: paths.families.to(), cookies: { flash: 'From today they no longer work with the family.' } }
  }
  if (seen !== String(family.version) || !(await moveFamily(db, familyId, family.version, teamOf(input.team))))
    return { errors: { team: 'Somebody has changed this record since you opened the page. Choose the team again.' } }
  return {
    redirect: paths.families.to(),
    cookies: { flash: 'The family has another team now. Its manager sees it from today.' },
  }
}

const teamOf = (team: string) => (team === noTeam ? null : team)
