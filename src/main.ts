import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { areasFor, fromRooms, jobs, routes } from './app.ts'
import { prepareDemonstration } from './demonstration/prepare.ts'
import { makeSealer } from './platform/access/sealing.ts'
import { systemClock } from './platform/clock.ts'
import { type Config, configOrExit, installationSecret } from './platform/config.ts'
import { type Installation, openInstallation } from './platform/db/open.ts'
import { startJobs } from './platform/jobs/jobs.ts'
import { createLog, type Log } from './platform/log.ts'
import { makeRecorder } from './platform/record/recorder.ts'
import type { Assets } from './platform/web/look.ts'
import type { Services } from './platform/web/route.ts'
import { buildServer } from './platform/web/server.ts'
import { look } from './ui/look.tsx'

/** What is said to whoever starts it. The log proper is on standard output, as JSON, once requests come in. */
const say = (line: string) => process.stderr.write(`${line}\n`)

// dist/main.js, so the program's own folder is the one above.
const home = fileURLToPath(new URL('..', import.meta.url))

const start = async (): Promise<void> => {
  const config = configOrExit()
  const secret = installationSecret(config)
  const log = createLog({ level: config.logLevel })
  const installation = await openInstallation({ config, secret, home, log: say })
  if (config.demo) await prepareDemonstration(installation, home, secret, say)
  const services = servicesOf(installation, config, secret)
  const app = await buildServer({
    services,
    routes,
    look,
    areas: areasFor,
    assets: readAssets(),
    assetsFolder: join(home, 'dist/assets'),
    log,
    secureCookies: config.cookieSecure,
    trustProxy: config.trustProxy,
  })
  await app.listen({ host: config.host, port: config.port })
  const running = await startJobs(
    installation.workerConnection,
    jobs,
    { db: installation.worker, services, config },
    log,
  )
  say(`Throughline is at ${config.baseUrl}`)
  stopOnSignal(log, async () => {
    await app.close()
    await running.stop()
    await installation.close()
  })
}

const servicesOf = (installation: Installation, config: Config, secret: string): Services => ({
  db: installation.app,
  clock: systemClock,
  recorder: makeRecorder(installation.app),
  sealer: makeSealer(secret),
  secret,
  baseUrl: config.baseUrl,
  neutralSite: 'https://www.bbc.co.uk/weather',
  ...fromRooms,
})

const readAssets = (): Assets => JSON.parse(readFileSync(join(home, 'dist/assets/assets.json'), 'utf8')) as Assets // written by our own build

/** Finishes what is in hand, then ends: within ten seconds, or without waiting any longer. */
const stopOnSignal = (log: Log, stop: () => Promise<void>): void => {
  let stopping = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      if (stopping) return
      stopping = true
      log.info('server.stopping', { signal })
      setTimeout(() => process.exit(1), 10_000).unref()
      stop().then(
        () => process.exit(0),
        (error: unknown) => {
          log.error('server.stop-failed', { error })
          process.exit(1)
        },
      )
    })
}

start().catch((error: unknown) => {
  const told = error instanceof Error ? error.message : String(error)
  const inUse =
    (error as { code?: string }).code === 'EADDRINUSE' ? 'Something else uses this port. Set PORT to another.' : told
  say(`Throughline could not start. ${inUse}`)
  process.exit(1)
})
