import { parseHTML } from 'linkedom'
import type { JSX } from 'preact'
import { render } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { BarChart, type ChartData, LinePanels } from './index.ts'

const page = (content: JSX.Element) => parseHTML(`<!doctype html><html><body>${render(content)}</body></html>`).document

const data: ChartData = {
  id: 'held',
  headline: 'Hackney held most consultations',
  subtitle: 'Case consultations held',
  categories: ['Hackney', 'Newham', 'Redbridge'],
  categoryName: 'Borough',
  series: [{ name: 'Consultations', values: [12, 0, null] }],
}

describe('bars', () => {
  const document = page(<BarChart {...data} />)

  it('a nought is a number with a bar of no length, and what is not known has a word and no bar', () => {
    const widths = Array.from(document.querySelectorAll('rect'), (bar) => bar.getAttribute('width'))
    expect(widths).toEqual(['78.00%', '0.00%'])
    expect(Array.from(document.querySelectorAll('.tl-chart__value'), (text) => text.textContent)).toEqual(['12', '0'])
    expect(document.querySelector('.tl-chart__missing')?.textContent).toBe('not available')
  })

  it('are named and described for who does not see them', () => {
    const drawing = document.querySelector('svg')
    expect(drawing?.getAttribute('role')).toBe('img')
    for (const id of drawing?.getAttribute('aria-labelledby')?.split(' ') ?? []) {
      expect(document.getElementById(id)?.textContent).not.toBe('')
    }
    expect(document.querySelector('desc')?.textContent).toBe('Hackney: 12; Newham: 0; Redbridge: not available.')
  })

  it('have the same numbers in a table', () => {
    const cells = Array.from(document.querySelectorAll('td'), (cell) => cell.textContent)
    expect(cells).toEqual(['12', '0', 'not available'])
  })

  it('of several series carry their names, so that nothing rests on colour', () => {
    const two = {
      ...data,
      series: [...data.series, { name: 'Workshops', values: [1, 2, { missing: 'withheld' as const }] }],
    }
    const words = Array.from(page(<BarChart {...two} />).querySelectorAll('svg text'), (text) => text.textContent)
    expect(words).toContain('Workshops 2')
    expect(words).toContain('Workshops withheld')
  })
})

describe('lines', () => {
  const months = { ...data, id: 'months', categories: ['Aug', 'Sep', 'Oct', 'Nov'] }

  it('never bridge what is not known', () => {
    const document = page(<LinePanels {...months} series={[{ name: 'Hackney', values: [1, 2, null, 4] }]} />)
    expect(document.querySelectorAll('polyline')).toHaveLength(2)
    expect(document.querySelectorAll('circle')).toHaveLength(3)
  })

  it('share one scale, so that panels can be compared', () => {
    const series = [
      { name: 'Hackney', values: [0, 10, 0, 0] },
      { name: 'Newham', values: [0, 5, 0, 0] },
    ]
    const panels = Array.from(page(<LinePanels {...months} series={series} />).querySelectorAll('svg'))
    const top = (panel: Element | undefined) => Number(panel?.querySelectorAll('circle')[1]?.getAttribute('cy'))
    expect(top(panels[0])).toBeLessThan(top(panels[1]))
  })

  it('say why there is nothing where a whole series is missing', () => {
    const document = page(<LinePanels {...months} series={[{ name: 'Newham', values: [null, null, null, null] }]} />)
    expect(document.querySelector('svg text.tl-chart__missing')?.textContent).toBe('not available')
  })
})
