import { expect, test } from 'vitest'
import { nextOf, withNext } from './paths.ts'

const next = (value: string) => nextOf(new URLSearchParams({ next: value }))

test('after signing in people come to the page that they wanted', () => {
  expect(next('/families/12?tab=plan#notes')).toBe('/families/12?tab=plan#notes')
  expect(nextOf(new URLSearchParams(withNext('/sign-in', '/blocks?a=1&b=2').split('?')[1]))).toBe('/blocks?a=1&b=2')
  expect(withNext('/sign-in', '/')).toBe('/sign-in')
})

test.each([
  'https://elsewhere.example/',
  '//elsewhere.example',
  '/\\elsewhere.example',
  '\\\\elsewhere.example',
  '/\t/elsewhere.example',
  ' /blocks',
  'javascript:alert(1)',
  '',
  'blocks',
  `/${'a'.repeat(500)}`,
])('nobody is sent elsewhere, as by %j', (value) => {
  expect(next(value)).toBe('/')
})

test.each(['/sign-in', '/sign-in/code', '/sign-out', '/leave', '/leave?x', '/invitation/abc'])(
  'nobody is sent to %s, which leads out or round in a circle',
  (value) => {
    expect(next(value)).toBe('/')
  },
)

test('a page whose name only begins like one of those is a page like any other', () => {
  expect(next('/leavers')).toBe('/leavers')
  expect(next('/sign-ins')).toBe('/sign-ins')
})
