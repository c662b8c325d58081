import { scaleLinear, scalePoint } from 'd3-scale'
import { ChartFrame } from '#ui/charts/chart-frame.tsx'
import type { ChartData, ChartSeries, ChartValue } from '#ui/charts/index.ts'
import { missingWords } from '#ui/page-parts/index.ts'

/* As wide as the line panels of ui/charts, so that the 15-unit text is never below 13 px. */
const size = { width: 320, height: 168, side: 40, top: 34, bottom: 34 }
const floor = size.height - size.bottom

const wordsOf = (value: ChartValue | undefined, format: (value: number) => string): string => {
  if (typeof value === 'number') return format(value)
  return missingWords[value === null || value === undefined ? 'not-available' : value.missing]
}

const largestOf = ({ series }: ChartData): number =>
  Math.max(0, ...series.flatMap(({ values }) => values.map((value) => (typeof value === 'number' ? value : 0)))) || 1

type PanelProps = { series: ChartSeries; id: string; data: ChartData; format: (value: number) => string }

const Panel = ({ series, id, data, format }: PanelProps) => {
  const { categories } = data
  const along = scalePoint(categories, [size.side, size.width - size.side])
  const y = scaleLinear([0, largestOf(data)], [floor, size.top])
  const [first, last] = [categories[0], categories.at(-1)]
  const known = series.values.some((value) => typeof value === 'number')
  const inWords = categories.map((name, index) => `${name} ${wordsOf(series.values[index], format)}`).join('; ')
  return (
    <div class="tl-chart__panel">
      <p class="tl-chart__panel-name">{series.name}</p>
      <svg
        class="tl-chart__drawing"
        role="img"
        aria-labelledby={`${id}-title ${id}-desc`}
        viewBox={`0 0 ${size.width} ${size.height}`}
      >
        <title id={`${id}-title`}>{series.name}</title>
        <desc id={`${id}-desc`}>{inWords}.</desc>
        <line class="tl-chart__grid" x1="0" x2={size.width} y1={floor} y2={floor} />
        <text class="tl-chart__tick" x="0" y={size.height - 8}>
          {first}
        </text>
        <text class="tl-chart__tick" x={size.width} y={size.height - 8} text-anchor="end">
          {last}
        </text>
        {categories.map((name, index) => {
          const value = series.values[index]
          const x = along(name) ?? size.side
          if (typeof value !== 'number')
            return known ? (
              <text class="tl-chart__missing" x={x} y={floor - 10} text-anchor="middle">
                {wordsOf(value, format)}
              </text>
            ) : null
          return (
            <>
              <circle class="tl-mark--first" cx={x} cy={y(value)} r="5" />
              <text class="tl-chart__tick" x={x} y={y(value) - 12} text-anchor="middle">
                {format(value)}
              </text>
            </>
          )
        })}
        {!known && (
          <text class="tl-chart__missing" x={size.width / 2} y={size.height / 2} text-anchor="middle">
            {wordsOf(series.values[0], format)}
          </text>
        )}
      </svg>
    </div>
  )
}

/**
 * A few values over time as dots with their numbers, one panel a series, all on one scale from 0. No line joins them: with so few
 * values a line would be read as a direction.
 */
export const DotPanels = (data: ChartData) => (
  <ChartFrame data={data}>
    <div class="tl-chart__panels">
      {data.series.map((series, index) => (
        <Panel series={series} id={`${data.id}-${index + 1}`} data={data} format={data.format ?? String} />
      ))}
    </div>
  </ChartFrame>
)
