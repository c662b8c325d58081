import { scaleLinear } from 'd3-scale'
import { missingWords } from '../page-parts/index.ts'
import { type ChartData, type ChartSeries, formatOf, kindOf, largest, numberOf } from './chart-data.ts'
import { ChartFrame } from './chart-frame.tsx'
import { markClass, meaningOf } from './meaning.ts'

/*
 * Heights are in CSS pixels and lengths in per cent, without a viewBox: so the drawing is as wide as the page allows,
 * and its text stays 16 px on a phone, where scaled drawings shrink it to 7.
 */
const labelHeight = 24
const barHeight = 22
const barGap = 4
const groupGap = 18
/** Per cent of the width for the longest bar; the rest is for its number. */
const longest = 68

type BarProps = { series: ChartSeries; index: number; row: number; y: number; named: boolean; data: ChartData }

const Bar = ({ series, index, row, y, named, data }: BarProps) => {
  const given = series.values[row]
  const value = numberOf(given)
  const middle = y + barHeight / 2
  const name = named ? ` ${series.name}` : ''
  if (value === undefined) {
    return (
      <text class="tl-chart__missing" x="0" y={middle} dominant-baseline="central">
        {missingWords[kindOf(given)]}
        {name}
      </text>
    )
  }
  const width = scaleLinear([0, largest(data)], [0, longest])(value)
  return (
    <>
      <rect
        class={markClass(meaningOf(series.meaning, index))}
        x="0"
        y={y}
        width={`${width.toFixed(2)}%`}
        height={barHeight}
      />
      <text class="tl-chart__value" x={`${width.toFixed(2)}%`} dx="8" y={middle} dominant-baseline="central">
        {formatOf(data)(value)}
        {name && <tspan class="tl-chart__name">{name}</tspan>}
      </text>
    </>
  )
}

const groupHeight = (data: ChartData): number => labelHeight + data.series.length * (barHeight + barGap) + groupGap

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
 * Horizontal bars, grouped by category, each with its number (and its series' name where there are several).
 * Bars begin at 0. Negative values have no place in it.
 */
export const BarChart = (data: ChartData) => {
  const height = groupHeight(data)
  const named = data.series.length > 1
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
            <text class="tl-chart__category" x="0" y={row * height + labelHeight / 2} dominant-baseline="central">
              {category}
            </text>
            {data.series.map((series, index) => {
              const y = row * height + labelHeight + index * (barHeight + barGap)
              return <Bar series={series} index={index} row={row} y={y} named={named} data={data} />
            })}
          </>
        ))}
      </svg>
    </ChartFrame>
  )
}
