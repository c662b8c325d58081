import { createHash } from 'node:crypto'
import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { routes } from '../app.ts'
import { demonstrationSignIns, loadDemonstration } from '../demonstration/index.ts'
import { firstDifference } from './access/first-difference.ts'
import { wordsOf } from './access/unpacked.ts'
import { type TestApp, testApp, testSecret } from './app.ts'

/**
 * Two databases, alike but for what another borough holds. Whatever anybody of this borough, or the public, asks of either, the answers must be alike to
 * the byte: what they may not see does not exist, not even as a number, a gap or an order.
 */
const here = 'Hackney'
const elsewhere = 'Newham'
const today = '2026-11-16'

const people = demonstrationSignIns.filter(
  ({ roles }) => roles.length > 0 && roles.every(({ organisation }) => organisation === here),
)
const tokenOf = (email: string) => createHash('sha256').update(`twin ${email}`).digest('base64url')

let worlds: readonly [TestApp, TestApp]

// One moment for both worlds: the page of sessions shows its minute.
const began = new Date()

const world = (without: readonly string[]): Promise<TestApp> =>
  testApp({
    world: false,
    fill: async (operator) => {
      const connection = (operator as pg.Client & { connectionParameters: pg.ClientConfig }).connectionParameters // pg keeps them there, untyped
      const { host, port, user, database } = connection
      await loadDemonstration({
        connection: { host, port, user, database } as pg.ClientConfig,
        today,
        without,
        secret: testSecret,
      })
      // What is published is everybody's to read, the other borough's numbers too: here nothing is out yet.
      await operator.query('update term set published_on = null')
      for (const { email } of people)
        await operator.query(
          `insert into session (id, token_sha, account_id, complete, device, idle_minutes, created_at, confirmed_at, last_seen_at, expires_at)
           select $1, sha256($2::bytea), id, true, 'Firefox on Linux', 60, date_trunc('hour', now()), date_trunc('hour', now()), $4, date_trunc('hour', now()) + interval '12 hours'
           from account where email = $3`,
          [createHash('md5').update(email).digest('hex'), tokenOf(email), email, began],
        )
    },
  })

beforeAll(async () => {
  worlds = [await world([]), await world([elsewhere])]
})
afterAll(async () => {
  for (const each of worlds) await each.close()
})

// What differs between any two answers to one person: nonces, form tokens, the moment of a session.
const constant = (body: string): string =>
  body
    .replaceAll(/nonce="[^"]*"/g, '')
    .replaceAll(/name="_(csrf|once)" value="[^"]*"/g, '')
    .replaceAll(/reference [0-9a-f]{8}/g, '')
    // The place in one's own access record from which it goes on, in millionths of a second.
    .replaceAll(/\?before=\d+/g, '?before=')

const linksOf = (body: string): string[] =>
  [...body.matchAll(/href="(\/[^"#]*)"/g)].map(([, href]) => (href ?? '').replaceAll('&amp;', '&'))
// The last shows a secret drawn anew each time.
const never = /^\/(sign-out|leave|assets|sign-in\/set-up-code)/

// Enough for a page of each wording rule and the forms behind it; below it, nothing was left out.
const most = 1000

const answering =
  ({ server }: TestApp, email: string | null) =>
  async (url: string) => {
    const { statusCode, headers, rawPayload } = await server.inject({
      url,
      ...(email !== null && { cookies: { s: tokenOf(email) } }),
    })
    return { status: statusCode, headers, body: await wordsOf(String(headers['content-type']), rawPayload) }
  }

// Pages of families are alike but for their ids: a few of each kind are enough.
const enough = 3
const kindOf = (url: string) => url.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')

/** Every page that this person can reach in the first world, and the answers of both worlds to it. */
const differences = async (email: string | null): Promise<{ asked: number; different: string[] }> => {
  const [full, lacking] = worlds.map((each) => answering(each, email))
  if (full === undefined || lacking === undefined) throw new Error('two worlds are made above')
  const waiting: (readonly [string, string])[] = routes
    .filter((route) => route.methods.includes('GET') && !route.path.pattern.includes(':'))
    .map((route) => [route.path.pattern, route.path.pattern])
  const seen = new Set<string>()
  const different: string[] = []
  const kinds = new Map<string, number>()
  while (waiting.length > 0 && seen.size < most) {
    const [url, other] = waiting.shift() ?? ['/', '/']
    if (seen.has(url) || never.test(url)) continue
    const [kind, kin] = [kindOf(url), kinds.get(kindOf(url)) ?? 0]
    if (url.startsWith('/families/') && kin >= enough) continue
    kinds.set(kind, kin + 1)
    seen.add(url)
    const [a, b] = [await full(url), await lacking(other)]
    const alike =
      a.status < 500 &&
      a.status === b.status &&
      constant(a.body) === constant(b.body) &&
      Object.keys(a.headers).join() === Object.keys(b.headers).join()
    if (!alike)
      different.push(`${url}: ${a.status} and ${b.status}${firstDifference(constant(a.body), constant(b.body))}`)
    if (String(a.headers['content-type']).startsWith('text/html')) {
      // The same links, but for what is constant: each world goes on along its own.
      const others = linksOf(b.body)
      waiting.push(...linksOf(a.body).map((link, index) => [link, alike ? (others[index] ?? link) : link] as const))
    }
  }
  return { asked: seen.size, different }
}

test.each(people)(
  '$email, of this borough, cannot tell whether the other borough holds anything',
  { timeout: 240_000 },
  async ({ email }) => {
    const { asked, different } = await differences(email)
    expect(different).toEqual([])
    expect(asked).toBeGreaterThan(5)
    expect(asked).toBeLessThan(most)
  },
)

test('The worlds do differ: an evaluator of the partnership sees it', async () => {
  const counts = await Promise.all(
    worlds.map(async (each) => (await each.operator.query('select count(*)::int as n from consultation')).rows[0]?.n),
  )
  expect(counts[0]).toBeGreaterThan(counts[1])
})
