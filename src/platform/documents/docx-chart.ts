import { Paragraph } from 'docx'
import { ChartRun } from 'docx/charts'
import { label, missing } from './cells.ts'
import { brand, font, ink } from './docx-styles.ts'
import type { DocumentChart } from './model.ts'

// Told apart by people who see colours differently, and each at least 3:1 against white.
const palette = [brand, 'C4590A', '3D6FB4', '8A4B9C', '6B7478', '7A6A00']

/**
 * Headline, native Word chart whose numbers can be edited, caption, and what it leaves out in words.
 * @param order from 1, the drawing's number in the document.
 * @throws RangeError when a series has not one value for each category, or there is nothing to draw.
 */
export const docxChart = (chart: DocumentChart, order: number): Paragraph[] => {
  requireChart(chart)
  const gaps = missingValues(chart)
  return [
    new Paragraph({ style: 'Caption', text: `${label('Figure', chart.number)}: ${chart.caption}` }),
    new Paragraph({ keepNext: true, text: chart.headline }),
    new Paragraph({ keepNext: gaps !== null, children: [drawing(chart, order)] }),
    ...(gaps === null ? [] : [new Paragraph({ style: 'SourceNote', text: gaps })]),
  ]
}

const drawing = (chart: DocumentChart, order: number): ChartRun =>
  new ChartRun({
    type: 'column',
    categories: chart.categories,
    series: chart.series.map((series, index) => ({ ...series, color: palette[index % palette.length] ?? brand })),
    legend: chart.series.length > 1 ? { position: 'bottom' } : false,
    font: { name: font, color: ink },
    overlap: 0,
    gapWidth: 80,
    chartArea: { border: 'none' },
    dataLabels: { value: true },
    valueAxis: { title: chart.unit, ...(allAbove(chart) ? { minimum: 0 } : {}) },
    altText: { id: String(order), name: label('Figure', chart.number), title: chart.caption, description: chart.alt },
    transformation: { width: 600, height: 340 },
  })

// Bars must begin at 0, or their lengths say something that their numbers do not.
const allAbove = (chart: DocumentChart): boolean =>
  chart.series.every(({ values }) => values.every((value) => (value ?? 0) >= 0))

/** A gap looks like a 0 in a chart of bars, so it is named. */
const missingValues = ({ categories, series }: DocumentChart): string | null => {
  const gaps = series.flatMap(({ name, values }) =>
    values.flatMap((value, index) => {
      if (value !== null) return []
      const category = categories[index] ?? ''
      return [series.length > 1 ? `${category} (${name})` : category]
    }),
  )
  return gaps.length === 0 ? null : `${missing.charAt(0).toUpperCase()}${missing.slice(1)}: ${gaps.join(', ')}`
}

/** @throws RangeError when there is nothing to draw, or a series has not one value for each category. */
export const requireChart = ({ number, categories, series }: DocumentChart): void => {
  const name = label('Figure', number)
  if (categories.length === 0 || series.length === 0) throw new RangeError(`${name} has nothing to draw`)
  for (const { name: seriesName, values } of series) {
    if (values.length !== categories.length) {
      throw new RangeError(`${name}, ${seriesName}: ${values.length} values for ${categories.length} categories`)
    }
  }
}
