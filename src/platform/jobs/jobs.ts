import type pg from 'pg'
import { PgBoss } from 'pg-boss'
import { asJobName, type Log } from '../log.ts'
import type { Job, JobGiven } from '../module.ts'

export type RunningJobs = { stop(): Promise<void> }

/**
 * Runs jobs by their times, in the same database, on one server at a time. Each queue has a heartbeat: the job of a server that died is taken up within
 * seconds by another.
 */
export const startJobs = async (
  connection: pg.PoolConfig,
  jobs: readonly Job[],
  given: JobGiven,
  log: Log,
): Promise<RunningJobs> => {
  const boss = new PgBoss({
    ...(connection as object),
    schema: 'pgboss',
    max: 3,
    createSchema: false,
    application_name: 'throughline-jobs',
  })
  boss.on('error', (error) => log.error('jobs.failed', { error }))
  await boss.start()
  for (const job of jobs) {
    await boss.createQueue(job.name, {
      heartbeatSeconds: 30,
      retryLimit: 3,
      retryDelay: 10,
      policy: 'singleton',
      deleteAfterSeconds: 86_400,
    })
    await boss.work(job.name, { pollingIntervalSeconds: 5 }, async () => {
      const { count } = await job.run(given)
      log.info('job.done', { job: asJobName(job.name), count })
    })
    await boss.schedule(job.name, job.cron, null, { tz: 'Europe/London' })
  }
  return { stop: () => boss.stop({ graceful: true, timeout: 8_000 }) }
}
