import { sql } from 'kysely'
import { z } from 'zod'
import type { Sealer } from '../access/sealing.ts'
import type { Database, ReadDb, WriteDb } from '../db/connection.ts'
import type { MailTemplate } from './template.ts'

/** One address, one message: nobody learns who else was written to. */
export type Message = {
  readonly template: string
  readonly to: string
  readonly data: Readonly<Record<string, string>>
}

const sealedMessage = z.object({ to: z.string(), data: z.record(z.string(), z.string()) })
const context = (template: string) => `mail|sealed|${template}`

/** Puts a message into the outbox in the transaction of the act: it goes if the act is kept, and not otherwise. */
export const enqueue = async (db: WriteDb, sealer: Sealer, { template, to, data }: Message): Promise<void> => {
  await db.q
    .insertInto('mail')
    .values({ template, sealed: sealer.seal(JSON.stringify({ to, data }), context(template)) })
    .execute()
}

export type OutboxMessage = {
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly createdAt: Date
  readonly sentAt: Date | null
}

/** Messages as they would be read, newest first: for the page of the demonstration. */
export const readOutbox = async (
  db: ReadDb,
  sealer: Sealer,
  templates: Readonly<Record<string, MailTemplate>>,
): Promise<OutboxMessage[]> => {
  const rows = await db.q.selectFrom('mail').selectAll().orderBy('created_at', 'desc').limit(50).execute()
  return rows.flatMap((row) => {
    const message = openMessage(sealer, templates, row)
    return message ? [{ id: row.id, createdAt: row.created_at, sentAt: row.sent_at, ...message }] : []
  })
}

const openMessage = (
  sealer: Sealer,
  templates: Readonly<Record<string, MailTemplate>>,
  row: { template: string; sealed: Buffer },
) => {
  const template = templates[row.template]
  if (template === undefined || row.sealed.length === 0) return null
  const { to, data } = sealedMessage.parse(JSON.parse(sealer.open(row.sealed, context(row.template)).toString('utf8')))
  return { to, subject: template.subject, text: template.text(data) }
}

/** Hands a message on. Resolves when the next server has taken it. `id` is the same at a second try, so that a receiver can tell. */
export type Send = (message: { id: string; to: string; subject: string; text: string }) => Promise<void>

const mostAttempts = 10

/**
 * Sends what waits, each message in a transaction that holds its row, so that two senders never take the same one. What was sent is emptied: a
 * one-time link does not stay behind. Returns how many were sent.
 */
export const sendWaiting = async (
  db: Database,
  sealer: Sealer,
  templates: Readonly<Record<string, MailTemplate>>,
  send: Send,
): Promise<number> => {
  let sent = 0
  for (let tried = 0; tried < 200; tried += 1) {
    const result = await db.write({ role: 'r_job' }, (tx) => sendOne(tx, sealer, templates, send))
    if (result === 'none') break
    if (result === 'sent') sent += 1
  }
  return sent
}

const sendOne = async (
  db: WriteDb,
  sealer: Sealer,
  templates: Readonly<Record<string, MailTemplate>>,
  send: Send,
): Promise<'none' | 'sent' | 'failed'> => {
  const row = await db.q
    .selectFrom('mail')
    .selectAll()
    .where('sent_at', 'is', null)
    .where('attempts', '<', mostAttempts)
    // a message that failed waits longer each time
    .where(
      sql<boolean>`attempts = 0 or created_at + make_interval(mins => (2 ^ attempts)::integer) < statement_timestamp()`,
    )
    .orderBy('created_at')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  if (!row) return 'none'
  const message = openMessage(sealer, templates, row)
  const mark = (values: { attempts?: number; sent_at?: Date; sealed?: Buffer }) =>
    db.q.updateTable('mail').set(values).where('id', '=', row.id).execute()
  try {
    if (message === null) throw new Error('a message that no template can write')
    await send({ id: row.id, ...message })
  } catch {
    await mark({ attempts: row.attempts + 1 })
    return 'failed'
  }
  await mark({ sent_at: new Date(), sealed: Buffer.alloc(0) })
  return 'sent'
}
