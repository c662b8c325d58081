import { csrfFor } from '#platform/web/csrf.ts'
import { type TestApp, testSecret } from '../app.ts'
import { multipart } from '../multipart.ts'
import { tokenOf, type Who } from '../world.ts'

/* What a borough's people do with change data, through the real forms: take files in, say how a table is read, compute, sign, lock. */

export type Sent = { readonly name: string; readonly bytes: Buffer | string }
type Fields = Readonly<Record<string, string>>

const folder = '/change-data/files'
const versions = '/change-data/versions'

/** Sends a form with files, with the form token of whoever sends it. */
export const sendFiles = async (
  app: TestApp,
  given: { who: Who; url: string; field: string; sent: readonly Sent[]; fields?: Fields },
) => {
  const { who, url, field, sent, fields = {} } = given
  const form = multipart(
    [['_csrf', csrfFor(testSecret, tokenOf(who))], ...Object.entries(fields)],
    sent.map((each) => ({ field, ...each })),
  )
  const { statusCode, body, headers } = await app.server.inject({
    method: 'POST',
    url,
    cookies: { s: tokenOf(who) },
    ...form,
  })
  return { status: statusCode, body, headers: JSON.stringify(headers), to: String(headers.location ?? '') }
}

/** Takes one file, or one set of files, in. */
export const takeInFiles = (app: TestApp, sent: readonly Sent[], fields: Fields, who: Who = 'analyst@Alder') =>
  sendFiles(app, { who, url: `${folder}/add`, field: 'files', sent, fields })

export const ofYear = (kind: string, year: string) => ({ kind, covers: 'year', year })
export const ofDays = (kind: string, [first, last]: readonly [string, string]): Fields => {
  const boxes = (name: string, iso: string) => {
    const [year = '', month = '', day = ''] = iso.split('-')
    return { [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year }
  }
  return { kind, covers: 'days', ...boxes('first', first), ...boxes('last', last) }
}

/** Says how the table of referrals is read, step by step. What each step answered. */
export const sayHowItIsRead = async (app: TestApp, table: Sent, who: Who = 'analyst@Alder') => {
  const url = `${folder}/mapping`
  const step = (name: string, sent: readonly Sent[], fields: Fields = {}) =>
    sendFiles(app, { who, url: name === '' ? url : `${url}?step=${name}`, field: 'file', sent, fields })
  const looked = await step('', [table])
  const chosen = await step('columns', [], {
    child: 'child_id',
    date: 'referral_date',
    flag: 'dv_at_referral',
    referral: '',
    dateForm: 'day-first',
  })
  const pages = [await app.as(who).get(`${url}?step=columns`), await app.as(who).get(`${url}?step=meaning`)]
  const asked = Array.from(pages[1]?.body.matchAll(/“<bdi>([^<]*)<\/bdi>”[\s\S]*?name="(means-\d+)"/g) ?? [])
  const means: Fields = { Y: 'yes', N: 'no' }
  const meanings =
    asked.length > 0
      ? Object.fromEntries(asked.map(([, value = '', name = '']) => [name, means[value] ?? 'unknown']))
      : { yes: 'Y', no: 'N' }
  const tried = await step('meaning', [table], { ...meanings, setAt: 'referral', police: 'excluded' })
  const check = await app.as(who).get(`${url}?step=check`)
  const saved = await step('check', [])
  return { answers: [looked, chosen, tried, saved], pages: [...pages, check] }
}

const markOf = async (app: TestApp, who: Who, url: string): Promise<string> =>
  /name="_version" value="([^"]*)"/.exec((await app.as(who).get(url)).body)?.[1] ?? ''

/** Computes a version; where it is. */
export const computeVersion = async (app: TestApp, who: Who = 'analyst@Alder', reason = ''): Promise<string> => {
  const reply = await app
    .as(who)
    .post(`${versions}/new`, { _version: await markOf(app, who, `${versions}/new`), reason })
  if (reply.status !== 303) throw new Error(`no version was computed: ${reply.status} ${reply.body.slice(0, 2000)}`)
  return reply.to ?? ''
}

export const signVersion = (app: TestApp, version: string, who: Who = 'analyst@Alder') =>
  app.as(who).post(`${version}/sign`, { looked: 'yes', note: 'The published figures are of another window.' })

export const lockVersion = async (app: TestApp, version: string, who: Who = 'lead@Alder') =>
  app.as(who).post(`${version}/lock`, { looked: 'yes', note: '', _version: await markOf(app, who, `${version}/lock`) })
