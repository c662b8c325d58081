import type pg from 'pg'
import { PgBoss } from 'pg-boss'
import { asJobName, type Log } from '../log.ts'
import type { Job, JobGiven } from '../module.ts'

export type RunningJobs = { stop(): Promise<void> }

/**
 * Runs jobs by their times, in the same database, on one server at a time. Each queue has a heartbeat: the job of a server that died is taken up within
 * half a minute by another. `stop` waits for what is running, eight seconds at most: what is cut off then is taken up like that too.
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
    // How often somebody looks for jobs whose server has died.
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
  })
  boss.on('error', (error) => log.error('jobs.failed', { error }))
  await boss.start()
  for (const job of jobs) {
    const rules = { heartbeatSeconds: 10, retryLimit: 3, retryDelay: 5, deleteAfterSeconds: 86_400 }
    await boss.createQueue(job.name, { ...rules, policy: 'singleton' })
    // Where an earlier version made it, with other rules.
    await boss.updateQueue(job.name, rules)
    await boss.work(job.name, { pollingIntervalSeconds: 5 }, () => runOnce(job, given, log))
    await boss.schedule(job.name, job.cron, null, { tz: 'Europe/London' })
  }
  return { stop: () => boss.stop({ graceful: true, timeout: 8_000 }) }
}

/** What a job failed of is told to the log only: the queue would keep its message in a table, and messages can quote a row. */
const runOnce = async (job: Job, given: JobGiven, log: Log): Promise<void> => {
  try {
    const { count } = await job.run(given)
    log.info('job.done', { job: asJobName(job.name), count })
  } catch (error) {
    log.error('job.failed', { job: asJobName(job.name), error })
    throw new Error('see job.failed in the log')
  }
}
