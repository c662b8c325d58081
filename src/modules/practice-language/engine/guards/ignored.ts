import type { Suppressed } from '../finding.ts'
import type { Range } from '../text/sentences.ts'

/** `[[plain: ignore rs.allowed because the court used this word]]`: the reason is required. */
export type Ignored = { readonly ruleId: string; readonly reason: string; readonly reach: Range }

const mark = /\[\[plain:\s*ignore\s+([\w.-]{1,80})\s+because\s+([^[\]\n]{3,400})\]\]/gi

/** Every mark, whole or not: it is an instruction and no sentence of the note. */
export const marksIn = (text: string): readonly Range[] =>
  text.includes('[[')
    ? [...text.matchAll(/\[\[plain:[^\]\n]{0,500}\]\]/gi)].map(({ index, 0: whole }) => ({
        start: index,
        end: index + whole.length,
      }))
    : []

/** A mark reaches over its own line; one that stands alone on a line reaches over the next. */
export const ignoredIn = (text: string): readonly Ignored[] => {
  if (!text.includes('[[')) return []
  return [...text.matchAll(mark)].map((found) => {
    const start = found.index
    const end = start + found[0].length
    const lineStart = text.lastIndexOf('\n', start - 1) + 1
    const endOf = (from: number): number => {
      const next = text.indexOf('\n', from)
      return next < 0 ? text.length : next
    }
    const lineEnd = endOf(end)
    const isAlone = text.slice(lineStart, lineEnd).replaceAll(mark, '').trim() === ''
    return {
      ruleId: found[1] ?? '',
      reason: (found[2] ?? '').trim(),
      reach: { start: lineStart, end: isAlone ? endOf(Math.min(lineEnd + 1, text.length)) : lineEnd },
    }
  })
}

export const ignoredBy = (found: Range & { readonly ruleId: string }, all: readonly Ignored[]): Suppressed | null => {
  const one = all.find(
    ({ ruleId, reach }) => ruleId === found.ruleId && found.start >= reach.start && found.end <= reach.end,
  )
  return one ? { guard: 'ignored', reason: one.reason } : null
}
