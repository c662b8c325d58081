import { Readable } from 'node:stream'
import plugin from '@fastify/multipart'
import Fastify from 'fastify'
import { expect, test } from 'vitest'
import { multipart } from '#test/multipart.ts'
import { makeHold, readUpload } from './upload-read.ts'

const openHold = makeHold(1000)
/** Sends a file in pieces, as the net does. */
const reads = async (bytes: number, hold = openHold(), field = 'plan') => {
  const server = Fastify()
  await server.register(plugin)
  server.post('/', (request) =>
    readUpload(request, {
      limits: { plan: { maxBytes: 900 }, note: { maxBytes: 300 } },
      bodyLimit: 100,
      hold,
      isOurs: () => true,
    }),
  )
  const { headers, payload } = multipart([], [{ field, name: 'a', bytes: 'x'.repeat(bytes) }])
  const pieces = Array.from({ length: Math.ceil(payload.length / 50) }, (_, n) => payload.subarray(n * 50, n * 50 + 50))
  const reply = await server.inject({ method: 'POST', url: '/', headers, payload: Readable.from(pieces) })
  await server.close()
  return { hold, errors: reply.json().uploads.errors, kept: reply.json().uploads.files.plan?.[0].bytes.data.length }
}

test('All files together have room for so many bytes; who comes later is told to wait, until others are done', async () => {
  const first = await reads(600)
  expect([first.kept, first.errors]).toEqual([600, {}])
  const second = await reads(600)
  expect([second.kept, second.errors]).toEqual([
    undefined,
    { plan: 'Many files are being sent at the moment. Select the file again and send it in a minute' },
  ])
  expect((await reads(400)).kept).toBe(400)
  first.hold.release()
  expect((await reads(600)).kept).toBe(600)
})

test('A file that is not kept takes no room', async () => {
  const hold = makeHold(1000)()
  for (let n = 0; n < 5; n += 1) expect((await reads(901, hold)).errors.plan).toContain('must be smaller')
  expect((await reads(600, hold, 'note')).errors.note).toContain('must be smaller')
  expect([hold.take(1001), hold.take(1000), hold.take(1)]).toEqual([false, true, false])
})
