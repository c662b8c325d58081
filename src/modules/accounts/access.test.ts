import { expect, test } from 'vitest'
import { type Capacity, choiceValue, mayChangeAccount, rolesOffered } from './access.ts'

const does = (capacity: Capacity, partnershipId = 'p1') => ({
  capacity,
  partnershipId,
  partnership: 'Grove partnership',
})
const offered = (kind: Capacity, ...capacities: ReturnType<typeof does>[]) =>
  rolesOffered({ kind, capacities }).map(choiceValue)

test('a borough gives the roles of a borough, and none that opens other boroughs', () => {
  expect(offered('authority', does('authority'))).toEqual([
    'practitioner',
    'supervisor',
    'champion',
    'lead',
    'quality',
    'complaints',
    'borough_lead',
    'analyst',
    'admin',
  ])
})

test('a provider gives the provider’s role only', () => {
  expect(offered('provider', does('provider'))).toEqual(['provider', 'admin'])
})

test('a borough that runs a programme of its own gives the provider’s role too', () => {
  expect(offered('authority', does('authority'), does('provider'))).toContain('provider')
})

test('who runs a partnership gives its roles, for that partnership only', () => {
  expect(offered('delivery_partner', does('delivery_partner'))).toEqual(['admin', 'training:p1', 'project:p1'])
  expect(offered('authority', does('authority'), does('host'), does('authority', 'p2'))).toContain('project:p1')
  expect(offered('authority', does('authority'), does('host'), does('authority', 'p2'))).not.toContain('project:p2')
})

test('the evaluator’s role is given by the evaluator alone', () => {
  expect(offered('evaluator', does('evaluator'))).toEqual(['admin', 'evaluator:p1'])
  expect(offered('delivery_partner', does('delivery_partner'))).not.toContain('evaluator:p1')
})

test('host and delivery partner at once offers each role once', () => {
  expect(offered('host', does('host'), does('delivery_partner'))).toEqual(['admin', 'training:p1', 'project:p1'])
})

test('an organisation that is in no partnership today gives only what is its own', () => {
  expect(offered('delivery_partner')).toEqual(['admin'])
})

test('an administrator changes every account of the organisation but their own', () => {
  expect(mayChangeAccount({ accountId: 'a' }, { id: 'b' })).toBe(true)
  expect(mayChangeAccount({ accountId: 'a' }, { id: 'a' })).toBe(false)
})
