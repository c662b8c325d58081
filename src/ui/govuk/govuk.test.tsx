import { render } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { componentNames, fixturesOf, normalise } from './fixtures/compare.ts'
import { formAdapters } from './fixtures/form-adapters.tsx'
import { pageAdapters } from './fixtures/page-adapters.tsx'

const adapters = { ...formAdapters, ...pageAdapters }

/** Parts of the official markup that we leave out, and why. */
const without: Record<string, readonly string[]> = {
  // The crown, the licence of Crown content and the Crown copyright belong to services on GOV.UK only.
  footer: [
    '.govuk-footer__crown',
    '.govuk-footer__licence-logo',
    '.govuk-footer__licence-description',
    '.govuk-footer__meta-item:not(.govuk-footer__meta-item--grow)',
  ],
}

/** Official components that we do not have, and why. */
const notOurs: Record<string, string> = {
  header: 'the crown and the GOV.UK logotype belong to services on GOV.UK only; generic-header takes its place',
  'cookie-banner': 'we set only the cookies without which nobody could sign in, which need no consent',
  feedback: 'asks about a page on GOV.UK',
  'language-navigation': 'the product speaks English',
}

it('every official component is compared, or is left out with a reason', () => {
  expect([...Object.keys(adapters), ...Object.keys(notOurs)].sort()).toEqual(componentNames())
})

describe.each(Object.keys(adapters).sort())('%s is the same as GOV.UK’s own', (component) => {
  it.each(fixturesOf(component))('$name', ({ options, html }) => {
    const adapter = adapters[component]
    expect(normalise(adapter ? render(adapter(options)) : '')).toBe(normalise(html, without[component]))
  })
})
