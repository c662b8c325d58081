import { expect, test } from 'vitest'
import { askAboutPlaces, placesIn } from './places.ts'

const empty = { broken: null, hits: () => [] }
const ask = (text: string, locationReason = '', before: { text: string; locationReason: string } | null = null) =>
  askAboutPlaces({ text, locationReason }, before, empty)

test('Nothing is asked of a note without places; what is asked names kind and line, never the words', () => {
  expect(ask('He shouted at her on 3 May and again at 9.')).toBeNull()
  const asked = ask('One.\nTwo, SE15 4QX.\n\nRing 020 7946 0123 or a.b@example.org.')
  expect(asked?.text).toMatch(
    /holds a postcode \(line 2\), a telephone number \(line 4\) and an email address \(line 4\)\. Move it to the protected details/,
  )
  expect(`${asked?.text}${asked?.locationReason}`).not.toMatch(/SE15|7946|example/)
})

test('A reason answers for what stood there when it was written, and for nothing that was added', () => {
  const before = { text: 'Ring 020 7946 0123.', locationReason: 'His solicitor' }
  expect(ask(before.text, 'His solicitor')).toBeNull()
  expect(ask(`${before.text} He did not.`, 'His solicitor', before)).toBeNull()
  expect(ask(`${before.text}\nSE15 4QX`, 'His solicitor', before)?.text).toContain('a postcode (line 2)')
  expect(ask(`${before.text}\nSE15 4QX`, 'His solicitor, and the court', before)).toBeNull()
  expect(ask(before.text, '', before)).toBeNull()
})

test('What is known to be protected counts before what only looks so', () => {
  const guard = { broken: null, hits: () => [{ start: 5, end: 13, kind: 'address' as const }] }
  expect(placesIn('Near SE15 4QX.', guard)).toEqual([{ line: 1, what: 'a protected address', words: 'SE15 4QX' }])
  expect(placesIn('Near SE15 4QX.', { ...guard, broken: 'no key' })[0]?.what).toBe('a postcode')
})

test('A megabyte of addresses is looked through in a few seconds, and the message stays short', () => {
  const text = 'She is at 14 Marigold Road, SE15 4QX.\n'.repeat(27_000)
  const started = performance.now()
  const asked = ask(text)
  expect(performance.now() - started).toBeLessThan(5000)
  expect(asked?.text.length).toBeLessThan(400)
})
