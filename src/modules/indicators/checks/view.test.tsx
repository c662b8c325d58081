import { renderToString } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import type { Check } from './check.ts'
import { ownYear, publishedOf } from './fixtures.ts'
import { Checks } from './view.tsx'
import { yearChecks } from './year.ts'

const shown = (checks: readonly Check[]) => renderToString(<Checks checks={checks} />)
const words = (html: string) =>
  html
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ([.,)])/g, '$1')

const published = publishedOf({
  2022: { Domestic_Abuse_child: 'x', Domestic_Abuse_parent: 'c', Domestic_Abuse_person: 0 },
  2023: {
    referral_count: 4099,
    rereferral_count: 413,
    no_further_action_count: 'u',
    CPP_start: 'c',
    Domestic_Abuse_child: 162,
    Domestic_Abuse_parent: 1486,
    Domestic_Abuse_person: 81,
  },
})
const checks = yearChecks(
  ownYear(2023, { referrals: 3000, re_referrals: 413, no_further_action: 249, plan_starts: 3, b: 1724, a_or_b: 4173 }),
  published,
)

describe('The checks on a page', () => {
  it('show what is outside first, with the reasons, and what agrees in one line', () => {
    const text = words(shown(checks))
    expect(text).toContain('Outside: 2 figures to look at before signing')
    expect(text).toMatch(
      /Referrals, 2022-23 3,000 4,099 −26.8% 3 per cent, or 5 where that is more The file is not complete/,
    )
    expect(text).toMatch(
      /Cases in \(a\) or \(b\), against all referrals, 2022-23 4,173 at most 4,099 \(all referrals, as published\) \+1.8%/,
    )
    expect(text).toContain(
      '3 agree 2022-23: Re-referrals within 12 months; Child protection plans started; (b) New cases',
    )
    expect(text.indexOf('Outside:')).toBeLessThan(text.indexOf('3 agree'))
  })

  it('point to what agrees only at an end', () => {
    const text = words(shown(checks))
    expect(text).toContain('Agree, at an end where a mistake would put them too')
    expect(text).toContain('1,486 to 1,729 (3A 162, 3B 1,486, 3C 81)')
  })

  it('say in words what is no number, and never leave a cell empty', () => {
    const html = shown(checks)
    const text = words(html)
    expect(text).toMatch(
      /Referrals with no further action, 2022-23 249 withheld \(not reliable enough\) The Department gives no number here/,
    )
    expect(text).toMatch(/2021-22 not available withheld \(1 to 5\) 0/)
    expect(html).not.toMatch(/<(td|th)[^>]*><\/(td|th)>/)
  })

  it('have a name at every cell, for the cards of a narrow screen', () => {
    const html = shown(checks)
    for (const name of ['Yours', 'Held against', 'Difference', 'What may be behind it'])
      expect(html).toContain(`data-label="${name}"`)
  })

  it('say who can load what is missing', () => {
    const text = words(shown(yearChecks(ownYear(2025, { referrals: 10 }), publishedOf({}))))
    expect(text).toContain(
      'The Department’s figures of your authority for 2024-25 have not been loaded: whoever runs Throughline can load them.',
    )
    expect(text).not.toContain('Outside')
    expect(text).not.toContain('agree')
  })

  it('say that nothing is outside only where something was compared', () => {
    const agreeing = yearChecks(ownYear(2023, { re_referrals: 413 }), published)
    expect(words(shown(agreeing))).toContain('Nothing that could be compared lies outside')
    const none = yearChecks(ownYear(2023, {}), published)
    expect(words(shown(none))).not.toContain('Nothing that could be compared')
    expect(words(shown([]))).toContain('There is nothing to compare yet.')
  })

  it('escape what is kept', () => {
    const [first] = checks
    if (first === undefined) throw new Error('there are checks')
    expect(shown([{ ...first, reasons: ['<script>'] }])).not.toContain('<script>')
  })
})
