import { scaleLinear, scalePoint } from 'd3-scale'
import { missingWords } from '../page-parts/index.ts'
import { type ChartData, type ChartSeries, formatOf, kindOf, largest, numberOf } from './chart-data.ts'
import { ChartFrame } from './chart-frame.tsx'
import { markClass, meaningOf } from './meaning.ts'

/* A panel is drawn 320 units wide and shown between 280 and 360 px, so that its 15-unit text is never below 13 px. */
const size = { width: 320, height: 168, left: 44, right: 16, top: 14, bottom: 30 }

type Scales = { x: (category: string) => number; y: (value: number) => number; ticks: number[] }

const scalesOf = (data: ChartData): Scales => {
  const x = scalePoint(data.categories, [size.left, size.width - size.right])
  const y = scaleLinear([0, largest(data)], [size.height - size.bottom, size.top]).nice(3)
  return { x: (category) => x(category) ?? size.left, y, ticks: y.ticks(3) }
}

type Point = { category: string; value: number }

/** The runs of neighbours that have a value: a line never bridges what is not known. */
const runs = (series: ChartSeries, categories: readonly string[]): Point[][] => {
  const found: Point[][] = [[]]
  categories.forEach((category, index) => {
    const value = numberOf(series.values[index])
    if (value === undefined) found.push([])
    else found.at(-1)?.push({ category, value })
  })
  return found.filter((run) => run.length > 0)
}

const Axes = ({ data, scales }: { data: ChartData; scales: Scales }) => {
  const [first, last] = [data.categories[0], data.categories.at(-1)]
  return (
    <>
      {scales.ticks.map((tick) => (
        <>
          <line
            class="tl-chart__grid"
            x1={size.left}
            x2={size.width - size.right}
            y1={scales.y(tick)}
            y2={scales.y(tick)}
          />
          <text
            class="tl-chart__tick"
            x={size.left - 8}
            y={scales.y(tick)}
            text-anchor="end"
            dominant-baseline="central"
          >
            {formatOf(data)(tick)}
          </text>
        </>
      ))}
      <text class="tl-chart__tick" x={size.left} y={size.height - 8} text-anchor="start">
        {first}
      </text>
      {last !== first && (
        <text class="tl-chart__tick" x={size.width - size.right} y={size.height - 8} text-anchor="end">
          {last}
        </text>
      )}
    </>
  )
}

const inWords = (series: ChartSeries, data: ChartData): string =>
  data.categories
    .map((category, index) => {
      const value = numberOf(series.values[index])
      return `${category} ${value === undefined ? missingWords[kindOf(series.values[index])] : formatOf(data)(value)}`
    })
    .join('; ')

type PanelProps = { series: ChartSeries; index: number; data: ChartData; scales: Scales }

const Panel = ({ series, index, data, scales }: PanelProps) => {
  const id = `${data.id}-${index + 1}`
  const mark = markClass(meaningOf(series.meaning, 0))
  const points = runs(series, data.categories)
  const path = (run: Point[]): string =>
    run.map(({ category, value }) => `${scales.x(category).toFixed(1)},${scales.y(value).toFixed(1)}`).join(' ')
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
        <desc id={`${id}-desc`}>{inWords(series, data)}.</desc>
        <Axes data={data} scales={scales} />
        {points.map((run) => (
          <polyline class={`tl-chart__line ${mark}`} points={path(run)} />
        ))}
        {points.flat().map(({ category, value }) => (
          <circle class={mark} cx={scales.x(category)} cy={scales.y(value)} r="4" />
        ))}
        {points.length === 0 && (
          <text class="tl-chart__missing" x={size.width / 2} y={size.height / 2} text-anchor="middle">
            {missingWords[kindOf(series.values[0])]}
          </text>
        )}
      </svg>
    </div>
  )
}

/** One small line chart a series, all on one scale that begins at 0, so that the panels can be compared. */
export const LinePanels = (data: ChartData) => {
  const scales = scalesOf(data)
  return (
    <ChartFrame data={data}>
      <div class="tl-chart__panels">
        {data.series.map((series, index) => (
          <Panel series={series} index={index} data={data} scales={scales} />
        ))}
      </div>
    </ChartFrame>
  )
}
