import fc from 'fast-check'
import { render } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { addDays, localDate } from '#platform/dates.ts'
import { Timeline, type TimelineBand } from './timeline.tsx'
import { narrowest, placeMarks, type TimelineMark, timelineScale } from './timeline-scale.ts'

const today = localDate('2026-03-03')
const mark = fc
  .record({
    ago: fc.integer({ min: 0, max: 20_000 }),
    length: fc.integer({ min: 1, max: 4000 }),
    open: fc.boolean(),
    about: fc.boolean(),
  })
  .map(({ ago, length, open, about }): TimelineMark => {
    const starts = addDays(today, -ago)
    return { starts, ends: open ? null : addDays(starts, length), about, title: `${ago}` }
  })
const marks = fc.array(mark, { maxLength: 100 })

describe('A timeline', () => {
  test('draws every mark, inside the drawing, and none over another', () => {
    fc.assert(
      fc.property(marks, (all) => {
        const scale = timelineScale(
          all.map(({ starts }) => starts),
          today,
        )
        const placed = placeMarks(all, scale)
        expect(placed).toHaveLength(all.length)
        const ends = new Map<number, number>()
        for (const { left, width, row } of placed) {
          expect(left).toBeGreaterThanOrEqual(0)
          expect(width).toBeGreaterThanOrEqual(narrowest)
          expect(left + width).toBeLessThanOrEqual(100.0001)
          expect(left).toBeGreaterThanOrEqual((ends.get(row) ?? 0) - 0.0001)
          ends.set(row, left + width)
        }
      }),
    )
  })

  test('keeps earlier to the left of later, and what goes on reaches today', () => {
    fc.assert(
      fc.property(mark, mark, (a, b) => {
        const scale = timelineScale([a.starts, b.starts], today)
        expect(scale.at(a.starts) <= scale.at(b.starts)).toBe(a.starts <= b.starts)
        for (const { mark: one, left, width } of placeMarks([a, b], scale))
          if (one.ends === null) expect(left + width).toBeCloseTo(100)
      }),
    )
  })

  test('has between two and eight years, or months, to read it by', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 36_000 })), (agos) => {
        const { ticks } = timelineScale(
          agos.map((ago) => addDays(today, -ago)),
          today,
        )
        expect(ticks.length).toBeLessThanOrEqual(8)
        expect(ticks.length).toBeGreaterThanOrEqual(1)
        expect(ticks[0]?.at).toBe(0)
      }),
    )
    expect(timelineScale([localDate('2019-06-02')], today).ticks.map(({ text }) => text)).toEqual([
      '2019',
      '2020',
      '2021',
      '2022',
      '2023',
      '2024',
      '2025',
      '2026',
    ])
    expect(timelineScale([localDate('2025-12-24')], today).ticks.map(({ text }) => text)).toEqual([
      'December 2025',
      'January 2026',
      'February 2026',
      'March 2026',
    ])
  })

  test('tells its lanes apart by shape, says how many have no date, and escapes what was written', () => {
    const lane = (name: string) => ({
      name,
      undated: 2,
      marks: [{ starts: localDate('2020-01-01'), ends: null, title: '<b>since 2020</b>' }],
    })
    const bands: TimelineBand[] = (['behaviour', 'harm', 'effort', 'action'] as const).map((shape) => ({
      title: shape,
      place: shape === 'behaviour' ? 'above' : 'below',
      shape,
      lanes: [lane(`<i>${shape}</i>`)],
    }))
    const html = render(
      <Timeline
        id="t"
        title="All"
        today={today}
        bands={bands}
        lines={[{ when: '2020', kind: 'kind', text: '<u>x</u>' }]}
      />,
    )
    expect(html).not.toMatch(/<b>|<i>|<u>/)
    expect(html).toContain('&lt;u>x')
    expect(html.match(/2 with no known date/g)).toHaveLength(4)
    expect(html.match(/tl-timeline__mark--empty/g)).toHaveLength(1)
    expect(html).toContain('rx="5"')
    expect(html).toContain('M6 0 12 6 6 12 0 6Z')
    expect(html.indexOf('behaviour')).toBeLessThan(html.indexOf('tl-timeline__line'))
    expect(html.indexOf('>harm<')).toBeGreaterThan(html.indexOf('tl-timeline__line'))
  })
})
