import { newcombe, round } from '#platform/statistics/index.ts'
import { percent } from '../report/words.ts'
import { readNumber } from './compare.ts'
import { type Finding, rowInWords, type Source } from './source.ts'

const fileOf = /^(.+)-survey-demographics\.csv$/
const waveOf = /^(.+)_percent$/

type Wave = { readonly column: string; readonly name: string; readonly respondents: number }

/**
 * Shares of those who answered that differ between two unlinked waves of a survey by more than chance: then the second wave is not the same
 * people as the first, and their averages cannot be compared. Newcombe's 95% interval, from the numbers of respondents.
 */
export const findInWaves = (source: Source, sources: readonly Source[]): Finding[] => {
  const survey = fileOf.exec(source.file)?.[1]
  if (survey === undefined || source.printed === null) return []
  const [first, second] = wavesOf(source, survey, sources)
  if (first === undefined || second === undefined) return []
  return source.printed.rows.flatMap((row) => inRow(source, row, first, second))
}

const wavesOf = (source: Source, survey: string, sources: readonly Source[]): Wave[] => {
  const columns = [...new Set(source.printed?.cells.map(({ column }) => column))]
  return columns.flatMap((column) => {
    const name = waveOf.exec(column)?.[1]
    if (name === undefined) return []
    const row = `${survey} ${name} | respondents`
    const respondents = sources
      .map(({ printed }) => readNumber(printed?.cell(row, 'value') ?? '')?.value)
      .find((n) => n !== undefined)
    return respondents === undefined ? [] : [{ column, name, respondents }]
  })
}

const inRow = (source: Source, row: string, first: Wave, second: Wave): Finding[] => {
  const share = (wave: Wave) => readNumber(source.printed?.cell(row, wave.column) ?? '')?.value
  const [before, after] = [share(first), share(second)]
  if (before === undefined || after === undefined) return []
  const people = (percentage: number, wave: Wave) =>
    Math.min(wave.respondents, round((percentage / 100) * wave.respondents, 0))
  const difference = newcombe(people(before, first), first.respondents, people(after, second), second.respondents)
  if (difference === null || (difference.low <= 0 && difference.high >= 0)) return []
  const interval = `${percent(difference.low)} to ${percent(difference.high)}`
  return [
    {
      row,
      column: second.column,
      printed: `${before} and ${after} per cent`,
      computed: `a difference of ${interval}`,
      kind: 'not the same people',
      says: `${rowInWords(row)}: ${before} per cent of ${first.respondents} (${first.name}) and ${after} per cent of ${second.respondents} (${second.name}) differ by more than chance (95% interval ${interval}): the two waves are not the same people, so their averages do not compare.`,
    },
  ]
}
