/** A file of data: the rules with why they matter, what they ask and whose guidance they are, and the checks of a whole text. */
import type { RuleData } from '../../engine/index.ts'
import rules from '../../rules/rules-for-browser-later.generated.json' with { type: 'json' }
import { arrive } from './arrive.ts'

arrive({ rules: rules as RuleData }) // written by tools/language-rules.ts, which checks it
