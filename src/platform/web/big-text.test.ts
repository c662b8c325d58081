import { createHash } from 'node:crypto'
import { h } from 'preact'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { permission } from '#platform/access/actor.ts'
import { type TestApp, testApp } from '#test/app.ts'
import { formPage } from './form-page.ts'
import { path } from './path.ts'
import { notRecorded } from './route.ts'

const million = 1024 * 1024
const sha = (text: string) => createHash('sha256').update(text).digest('hex')

let arrived: { length: number; sha: string } | undefined

const writeNote = formPage({
  path: path('/notes/new'),
  permission: permission('test-notes', ['lead']),
  record: notRecorded('a form of the tests'),
  title: 'Write a note',
  bodyLimit: 9 * million + 64 * 1024,
  form: z.strictObject({ text: z.string() }),
  load: async () => ({}),
  save: async ({ input }) => {
    arrived = { length: input.text.length, sha: sha(input.text) }
    return { redirect: '/' }
  },
  view: ({ form }) => h('p', null, form.values.text ?? ''),
})

let app: TestApp
beforeAll(async () => {
  app = await testApp({ routes: [writeNote] })
})
afterAll(() => app.close())

/** A million characters (UTF-16 units, as a browser counts them) made of these words. */
const aMillion = (words: string) => words.repeat(Math.ceil(million / words.length)).slice(0, million)

test.each([
  ['English', 'She called at six and said that he was outside again. '],
  ['Welsh', 'Fe ffoniodd hi am chwech a dweud ei fod ŵrth y drws. '],
  ['Polish', 'Zadzwoniła o szóstej i powiedziała, że znów stoi pod drzwiami. '],
  ['Arabic', 'اتصلت في السادسة وقالت إنه أمام الباب مرة أخرى. '],
  ['Bengali', 'তিনি ছয়টায় ফোন করে বললেন সে আবার দরজার বাইরে। '],
  ['Chinese', '她六点打来电话说他又在门外'],
  ['emoji', '😀🧕🏽👩‍👧'.repeat(2)],
])('A megabyte of text in one field arrives whole: %s', async (_language, words) => {
  arrived = undefined
  const text = aMillion(words).replace(/[\ud800-\udbff]$/, '.')
  const started = performance.now()
  const reply = await app.as('lead@Alder').post('/notes/new', { text })
  expect(reply.status).toBe(303)
  expect(arrived).toEqual({ length: million, sha: sha(text) })
  expect(performance.now() - started).toBeLessThan(10_000)
})

test('More than the form takes is refused, and nothing is saved', async () => {
  arrived = undefined
  expect((await app.as('lead@Alder').post('/notes/new', { text: '她'.repeat(1.1 * million) })).status).toBe(413)
  expect(arrived).toBeUndefined()
})
