/** Charts drawn on the server: a headline that says what is shown, a drawing, and always the table. */
export * from './bar-chart.tsx'
export type { ChartData, ChartSeries, ChartValue } from './chart-data.ts'
export * from './line-panels.tsx'
export type { Meaning } from './meaning.ts'
