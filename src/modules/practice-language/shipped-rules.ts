import type { RuleData } from './engine/index.ts'
import data from './rules/rules.generated.json' with { type: 'json' }

/** The rules that come with Throughline. */
export const shippedRules = data as RuleData // written by tools/language-rules.ts, which checks it
