import { type Cues, makeCues } from './cues.ts'
import { lacks } from './document-checks/checks.ts'
import { type Category, categories, type Finding, type Level, type Roles } from './finding.ts'
import { learnedFindings, withDoubts } from './findings/learned.ts'
import { ruleFindings } from './findings/of-rules.ts'
import { settle } from './findings/settle.ts'
import type { Answer } from './guards/answered.ts'
import type { Listening } from './guards/guard.ts'
import { type Mentions, makeMentions } from './guards/subject.ts'
import { forPeople } from './matching/lexicon-for.ts'
import { makePatternSet, type PatternSet } from './matching/pattern-set.ts'
import type { Model } from './model.ts'
import { applyOverlays } from './overlays/apply.ts'
import type { Overlay } from './overlays/overlay.ts'
import { question } from './question.ts'
import { makeReader } from './read-text.ts'
import type { People } from './roles.ts'
import type { Rule, RuleData, Source } from './rule-data.ts'

export type CheckerParts = {
  readonly rules: RuleData
  /** Applied in order. Wrong ones throw, with everything that is wrong; ask `overlayProblems` before. */
  readonly overlays?: readonly Overlay[]
  readonly model?: Model
}

export type CheckOptions = {
  readonly roles?: Roles
  /** Without it: concern and consider. */
  readonly levels?: readonly Level[]
  /** Whether to ask what only the whole document shows. Without it: where prompts are asked for. */
  readonly documentChecks?: boolean
  readonly answers?: readonly Answer[]
}

/** What may be said about a rule, a document check or a kind of learned finding. */
export type RuleFacts = Pick<Rule, 'id' | 'category' | 'level' | 'why' | 'reframe' | 'source' | 'examples' | 'counter'>

export type Checker = {
  /** Sorted by start, end and rule; what was let pass is among them, marked. Never throws, whatever the text. */
  readonly check: (text: string, options?: CheckOptions) => readonly Finding[]
  readonly rules: readonly RuleFacts[]
  readonly sources: Readonly<Record<string, Source>>
}

type Prepared = { readonly set: PatternSet; readonly mentions: Mentions }

/** One record is checked again and again while it is written, with the same people. */
const MOST_PREPARED = 8

const makePreparing = (data: RuleData, rules: readonly Rule[]): ((people: People) => Prepared) => {
  const known = new Map<string, Prepared>()
  return (people) => {
    const before = known.get(people.key)
    if (before) return before
    const suited = forPeople(rules, data.lexicon, people)
    const made = { set: makePatternSet(suited.rules, suited.lexicon), mentions: makeMentions(people, data) }
    const oldest = known.keys().next()
    if (known.size >= MOST_PREPARED && !oldest.done) known.delete(oldest.value)
    known.set(people.key, made)
    return made
  }
}

const learnedFacts = (data: RuleData, off: ReadonlySet<string>): readonly RuleFacts[] =>
  categories
    .map((category: Category) => ({
      id: `learned.${category}`,
      category,
      level: 'consider' as const,
      examples: [],
      counter: [],
      ...data.learned[category],
    }))
    .filter(({ id }) => !off.has(id))

const documentFindings = (data: RuleData, off: ReadonlySet<string>, listening: Listening): readonly Finding[] =>
  data.documents
    .filter(({ id, check }) => !off.has(id) && lacks[check](listening))
    .map(({ id, category, level, why, reframe, source }) => ({
      ...{ ruleId: id, category, level, start: 0, end: 0, phrase: '' },
      ...{ message: why, reframe, source, certainty: 'rule' as const },
    }))

const withModel = (
  model: Model,
  listening: Listening,
  ofRules: readonly Finding[],
  data: RuleData,
  off: ReadonlySet<string>,
  roles: Roles,
  own: ReadonlySet<string>,
): readonly Finding[] => {
  const spans = model.find(listening.read, roles)
  // Where people were named the guards know whom the words are about, and the model only guesses.
  const doubted = listening.read.people.isGiven ? ofRules : withDoubts(ofRules, spans, own)
  return [...doubted, ...learnedFindings(listening, spans.filter(model.isEnough), data, off, doubted)]
}

export const makeChecker = ({ rules: given, overlays = [], model }: CheckerParts): Checker => {
  const { data, off } = applyOverlays(given, overlays)
  const cues: Cues = makeCues(data)
  const read = makeReader(data, cues)
  const rules = data.rules.filter(({ id }) => !off.has(id))
  const shipped = new Map(given.rules.map(({ id, patterns }) => [id, patterns.length]))
  const own = new Set(rules.filter(({ id, patterns }) => shipped.get(id) !== patterns.length).map(({ id }) => id))
  const prepare = makePreparing(data, rules)
  return {
    check: (text, { roles = {}, levels = ['concern', 'consider'], documentChecks, answers = [] } = {}) => {
      const reading = read(text, roles)
      const { set, mentions } = prepare(reading.people)
      const listening: Listening = { read: reading, cues, mentions }
      const ofRules = ruleFindings(listening, set)
      const found = model ? withModel(model, listening, ofRules, data, off, roles, own) : ofRules
      const shown = settle(text, found, answers).filter(({ level }) => levels.includes(level))
      const isWhole = documentChecks ?? levels.includes('prompt')
      const ofWhole = isWhole ? settle(text, documentFindings(data, off, listening), answers) : []
      return [...ofWhole, ...shown].map((finding) => ({ ...finding, reframe: question(finding.reframe, roles) }))
    },
    rules: [
      ...rules.map(({ id, category, level, why, reframe, source, examples, counter }) => ({
        ...{ id, category, level, why, reframe, source, examples, counter },
      })),
      ...data.documents.filter(({ id }) => !off.has(id)),
      ...(model ? learnedFacts(data, off) : []),
    ].map((facts) => ({ ...facts, reframe: question(facts.reframe) })),
    sources: data.sources,
  }
}
