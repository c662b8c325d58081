import { expect, test } from 'vitest'
import { linesOf, missingLines, type Route, type Surface } from './surface.ts'

const decide: Route = {
  method: 'post',
  path: '/referrals/:id/decision',
  permission: 'decide referrals',
  roles: ['provider', 'lead'],
  record: 'referral.decided',
}
const surface: Surface = {
  routes: [decide, { method: 'get', path: '/help', permission: null, roles: [], record: null }],
  jobs: ['send-mail'],
  exports: ['report.docx'],
  mails: ['invitation'],
}
const declared = linesOf(surface)

test('A surface that is as declared has nothing missing', () => {
  expect(missingLines(surface, declared)).toEqual([])
  expect(declared.routes).toEqual([
    'GET /help | open | anybody | not recorded',
    'POST /referrals/:id/decision | decide referrals | lead provider | referral.decided',
  ])
})

test.each<[string, Surface]>([
  ['a new route', { ...surface, routes: [...surface.routes, { ...decide, path: '/referrals/all' }] }],
  ['a role more on a route', { ...surface, routes: [{ ...decide, roles: [...decide.roles, 'evaluator'] }] }],
  ['a route opened to anybody', { ...surface, routes: [{ ...decide, permission: null, roles: [] }] }],
  ['a route that is recorded no more', { ...surface, routes: [{ ...decide, record: null }] }],
  ['a new job', { ...surface, jobs: ['send-mail', 'export-all'] }],
  ['a new export', { ...surface, exports: ['report.docx', 'people.csv'] }],
  ['a new mail', { ...surface, mails: ['invitation', 'news'] }],
])('It is noticed: %s', (_what, changed) => {
  expect(missingLines(changed, declared).join('\n')).toMatch(/no line in the access matrix/)
})

test('A line for something that is gone is noticed, and so is a thing that is there twice', () => {
  expect(missingLines({ ...surface, mails: [] }, declared)).toEqual(['a line for nothing: mails: invitation'])
  expect(missingLines({ ...surface, jobs: ['send-mail', 'send-mail'] }, declared)).toEqual([
    'there twice: jobs: send-mail',
  ])
})
