import type { Job } from '../module.ts'

/** Deletes what has had its time: answers to forms sent, drafts of two months ago, ended sessions, old failed attempts. The database says what is old. */
export const housekeeping: Job = {
  name: 'housekeeping',
  cron: '17 3 * * *',
  run: ({ db }) =>
    db.write({ role: 'r_job' }, async ({ q }) => {
      let count = 0
      for (const table of ['submission', 'draft', 'session', 'sign_in_failure'] as const)
        count += Number((await q.deleteFrom(table).executeTakeFirst()).numDeletedRows)
      return { count }
    }),
}
