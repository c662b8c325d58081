import { scaleLinear } from 'd3-scale'
import { missingWords } from '../page-parts/index.ts'
import { type ChartData, type ChartSeries, type ChartValue, formatOf, kindOf, largest, numberOf } from './chart-data.ts'
import { ChartFrame } from './chart-frame.tsx'
import { markClass, meaningOf } from './meaning.ts'

/*
 * Heights are in CSS pixels and lengths in per cent, without a viewBox: so the drawing is as wide as the page allows,
 * and its text stays 16 px on a phone, where scaled drawings shrink it to 7.
 */
const labelHeight = 24
const groupGap = 18
/** One series: the number stands at the end of its bar. Per cent of the width for the longest; the rest is for the number. */
const alone = { text: 0, bar: 22, gap: 0, longest: 78 }
/** Several: name and number stand above each bar, where there is room for them on a phone. */
const together = { text: 23, bar: 14, gap: 6, longest: 100 }

const measures = (data: ChartData) => (data.series.length > 1 ? together : alone)

const groupHeight = (data: ChartData): number => {
  const { text, bar, gap } = measures(data)
  return labelHeight + data.series.length * (text + bar + gap) + groupGap
}

/** The number in words, or the word for why there is none. */
const Value = ({ value, format }: { value: ChartValue | undefined; format: (value: number) => string }) => {
  const number = numberOf(value)
  if (number === undefined) return <tspan class="tl-chart__missing">{missingWords[kindOf(value)]}</tspan>
  return <tspan class="tl-chart__value">{format(number)}</tspan>
}

type BarProps = { series: ChartSeries; index: number; row: number; y: number; data: ChartData }

const Bar = ({ series, index, row, y, data }: BarProps) => {
  const { text, bar, longest } = measures(data)
  const given = series.values[row]
  const value = numberOf(given)
  const width = `${scaleLinear([0, largest(data)], [0, longest])(value ?? 0).toFixed(2)}%`
  const words = <Value value={given} format={formatOf(data)} />
  return (
    <>
      {value !== undefined && (
        <rect class={markClass(meaningOf(series.meaning, index))} x="0" y={y + text} width={width} height={bar} />
      )}
      {text > 0 ? (
        <text x="0" y={y + text / 2} dominant-baseline="central">
          {series.name} {words}
        </text>
      ) : (
        <text x={width} dx={value === undefined ? 0 : 8} y={y + bar / 2} dominant-baseline="central">
          {words}
        </text>
      )}
    </>
  )
}

/** What the drawing says, in words. */
const inWords = (data: ChartData): string =>
  data.categories
    .map((category, row) => {
      const parts = data.series.map((series) => {
        const value = numberOf(series.values[row])
        const text = value === undefined ? missingWords[kindOf(series.values[row])] : formatOf(data)(value)
        return data.series.length > 1 ? `${series.name} ${text}` : text
      })
      return `${category}: ${parts.join(', ')}`
    })
    .join('; ')

/**
 * Horizontal bars, grouped by category, each with its number, and its series' name where there are several.
 * Bars begin at 0. Negative values have no place in it.
 */
export const BarChart = (data: ChartData) => {
  const height = groupHeight(data)
  const { text, bar, gap } = measures(data)
  return (
    <ChartFrame data={data}>
      <svg
        class="tl-chart__drawing"
        role="img"
        aria-labelledby={`${data.id}-title ${data.id}-desc`}
        width="100%"
        height={data.categories.length * height}
      >
        <title id={`${data.id}-title`}>{data.headline}</title>
        <desc id={`${data.id}-desc`}>{inWords(data)}.</desc>
        {data.categories.map((category, row) => (
          <>
            <text
              class={`tl-chart__category${text > 0 ? ' tl-chart__category--head' : ''}`}
              x="0"
              y={row * height + labelHeight / 2}
              dominant-baseline="central"
            >
              {category}
            </text>
            {data.series.map((series, index) => {
              const y = row * height + labelHeight + index * (text + bar + gap)
              return <Bar series={series} index={index} row={row} y={y} data={data} />
            })}
          </>
        ))}
      </svg>
    </ChartFrame>
  )
}
