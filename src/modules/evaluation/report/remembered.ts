import type { Report } from './model.ts'

const most = 24
const known = new Map<string, { readonly content: string; readonly report: Report }>()

/**
 * A report is a function of its counts alone. The counts are read anew for every reader; where they are, to the letter, those of the last time, the
 * report is too, and is not worked out again.
 * @param key which report: a partnership and a term.
 */
export const remembered = (key: string, content: string, build: () => Report): Report => {
  const before = known.get(key)
  if (before?.content === content) return before.report
  const report = build()
  known.delete(key)
  known.set(key, { content, report })
  // the one that was made longest ago
  for (const oldest of known.size > most ? [...known.keys()].slice(0, 1) : []) known.delete(oldest)
  return report
}
