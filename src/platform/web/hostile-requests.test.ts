import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '#test/app.ts'
import { tokenOf } from '#test/world.ts'

let app: TestApp
let port = 0
beforeAll(async () => {
  app = await testApp()
  const address = new URL(await app.server.listen({ host: '127.0.0.1', port: 0 }))
  port = Number(address.port)
})
afterAll(() => app.close())

const raw = (bytes: string, end = 3000): Promise<string> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
    let got = ''
    const timer = setTimeout(() => socket.destroy(), end)
    socket.on('data', (data) => (got += data.toString('latin1')))
    socket.on('error', () => {})
    socket.on('close', () => {
      clearTimeout(timer)
      resolve(got)
    })
  })
const cookie = `cookie: s=${tokenOf('admin@Alder')}`
const ask = (line: string, headers: string[] = [], body = '') =>
  raw(`${line} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n${headers.map((h) => `${h}\r\n`).join('')}\r\n${body}`)

describe('x', () => {
  test('explore', { timeout: 120_000 }, async () => {
    const form = 'content-type: application/x-www-form-urlencoded'
    const big = 'x'.repeat(70_000)
    const cases: Record<string, Promise<string>> = {
      head: ask('HEAD /', [cookie]),
      headSignin: ask('HEAD /sign-in'),
      propfind: ask('PROPFIND /'),
      trace: ask('TRACE /'),
      options: ask('OPTIONS /sign-in'),
      delete: ask('DELETE /sign-in', [cookie]),
      patch: ask('PATCH /sign-in', [cookie]),
      unknown: ask('FROBNICATE /'),
      connect: ask('CONNECT x:1'),
      badpercent: ask('GET /%zz', [cookie]),
      badpercent2: ask('GET /%E0%A4%A', [cookie]),
      nul: ask('GET /%00', [cookie]),
      nulparam: ask('GET /settings/accounts/%00', [cookie]),
      nulquery: ask('GET /sign-in?next=%00', []),
      badquery: ask('GET /sign-in?next=%zz', []),
      dbl: ask('GET //', [cookie]),
      dbl2: ask('GET //sign-in', [cookie]),
      dbl3: ask('GET /settings//accounts', [cookie]),
      abs: ask('GET http://evil.example/sign-in', []),
      trav: ask('GET /assets/../../package.json'),
      trav2: ask('GET /assets/%2e%2e/%2e%2e/package.json'),
      trav3: ask('GET /assets/..%2f..%2fpackage.json'),
      long: ask(`GET /${'a'.repeat(5000)}`),
      longparam: ask(`GET /settings/accounts/${'a'.repeat(500)}`, [cookie]),
      hugehead: ask('GET /sign-in', [`x: ${'y'.repeat(20_000)}`]),
      bigbody: ask('POST /sign-in', [form, `content-length: ${big.length + 2}`], `a=${big}`),
      json: ask('POST /sign-in', ['content-type: application/json', 'content-length: 11'], '{"email":1}'),
      badjson: ask('POST /sign-in', ['content-type: application/json', 'content-length: 5'], '{"ema'),
      proto: ask('POST /sign-in', ['content-type: application/json', 'content-length: 20'], '{"__proto__":{"a":1}'),
      text: ask('POST /sign-in', ['content-type: text/plain', 'content-length: 5'], 'hello'),
      xml: ask('POST /sign-in', ['content-type: application/xml', 'content-length: 5'], '<a/>x'),
      multipart: ask('POST /sign-in', ['content-type: multipart/form-data; boundary=x', 'content-length: 5'], '<a/>x'),
      charset: ask('POST /sign-in', [`${form}; charset=utf-16`, 'content-length: 5'], 'a=b&c'),
      lieslong: ask('POST /sign-in', [form, 'content-length: 500'], 'a=b'),
      liesshort: ask('POST /sign-in', [form, 'content-length: 3'], 'a=bcdefgh'),
      chunked: ask('POST /sign-in', [form, 'transfer-encoding: chunked'], 'zz\r\nabc'),
      both: ask('POST /sign-in', [form, 'content-length: 3', 'transfer-encoding: chunked'], '3\r\na=b\r\n0\r\n\r\n'),
      nohost: raw('GET /sign-in HTTP/1.1\r\n\r\n'),
      garbage: raw('\x16\x03\x01\x00\x00'),
      http2: raw('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'),
      expect: ask('POST /sign-in', [form, 'expect: foo', 'content-length: 3'], 'a=b'),
    }
    for (const [name, reply] of Object.entries(cases)) {
      const text = await reply
      const [head = '', body = ''] = text.split('\r\n\r\n', 2)
      const title = /<title>(.*?)<\/title>/.exec(body)?.[1]
      console.log(name.padEnd(14), head.split('\r\n')[0], '|', title ?? body.slice(0, 140).replaceAll('\n', ' '), '|', /content-security/.test(head) ? '' : 'NOCSP')
    }
    console.log(app.logged.filter((l) => /failed/.test(l)).join('\n'))
  })
})
