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
export const readOutbox = async (db: ReadDb, sealer: Sealer, templates: Templates): Promise<OutboxMessage[]> => {
  const rows = await db.q.selectFrom('mail').selectAll().orderBy('created_at', 'desc').limit(50).execute()
  return rows.flatMap((row) => {
    const message = openMessage(sealer, templates, row)
    return message ? [{ id: row.id, createdAt: row.created_at, sentAt: row.sent_at, ...message }] : []
  })
}

const openMessage = (sealer: Sealer, templates: Templates, row: { template: string; sealed: Buffer }) => {
  const template = templates[row.template]
  if (template === undefined || row.sealed.length === 0) return null
  const { to, data } = sealedMessage.parse(JSON.parse(sealer.open(row.sealed, context(row.template)).toString('utf8')))
  return { to, subject: template.subject, text: template.text(data) }
}

/**
 * Hands a message on. Resolves when the next server has taken it. `id` is the same at a second try, so that a receiver can tell.
 * Throws where it was refused; `NoServer` where nobody was there to take it, or to say whether they did.
 */
export type Send = (message: { id: string; to: string; subject: string; text: string }) => Promise<void>

/** No mail server answered: trying the next message now would only wait for it again. */
export class NoServer extends Error {}

// After 2, 4, 8 … 64 minutes, then every hour, for a week: as long as a link in a message works.
const wait = sql<string>`make_interval(mins => case when attempts <= 6 then (2 ^ attempts)::integer else 60 * (attempts - 5) end)`
const mostAttempts = 5 + 7 * 24

type Templates = Readonly<Record<string, MailTemplate>>

/**
 * Sends what waits, each message in a transaction that holds its row, so that two senders never take the same one. Each is tried once. What was sent is
 * emptied: a one-time link does not stay behind. Returns how many were sent.
 *
 * A sender that dies after the server took a message and before the row is marked leaves it waiting: it is sent again, under the same id.
 */
export const sendWaiting = async (db: Database, sealer: Sealer, templates: Templates, send: Send): Promise<number> => {
  const tried: string[] = []
  let sent = 0
  while (tried.length < 200) {
    const one = await db.write({ role: 'r_job' }, (tx) => sendOne(tx, sealer, templates, send, tried))
    if (one === null) break
    tried.push(one.id)
    if (one.was === 'sent') sent += 1
    if (one.was === 'no server') break
  }
  return sent
}

const takeOne = (db: WriteDb, tried: readonly string[]) =>
  db.q
    .selectFrom('mail')
    .selectAll()
    .where('sent_at', 'is', null)
    .where('attempts', '<', mostAttempts)
    .where(sql<boolean>`id <> all (${[...tried]}::uuid[])`)
    // In brackets of its own: an `or` would undo the conditions above.
    .where(sql<boolean>`(attempts = 0 or created_at + ${wait} < statement_timestamp())`)
    // What has not failed goes first: a message that nobody takes must not stand in the way of the others.
    .orderBy('attempts')
    .orderBy('created_at')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()

const sendOne = async (
  db: WriteDb,
  sealer: Sealer,
  templates: Templates,
  send: Send,
  tried: readonly string[],
): Promise<{ id: string; was: 'sent' | 'refused' | 'no server' } | null> => {
  const row = await takeOne(db, tried)
  if (!row) return null
  const mark = (values: { attempts?: number; sent_at?: Date; sealed?: Buffer }) =>
    db.q.updateTable('mail').set(values).where('id', '=', row.id).execute()
  try {
    const message = openMessage(sealer, templates, row)
    if (message === null) throw new Error('a message that no template can write')
    await send({ id: row.id, ...message })
  } catch (error) {
    await mark({ attempts: row.attempts + 1 })
    return { id: row.id, was: error instanceof NoServer ? 'no server' : 'refused' }
  }
  await mark({ sent_at: new Date(), sealed: Buffer.alloc(0) })
  return { id: row.id, was: 'sent' }
}
