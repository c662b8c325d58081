import { type Anchors, anchorsOf } from '../notation/anchors.ts'
import { type Lexicon, NotationError, parsePattern } from '../notation/parse.ts'
import { patternSource } from '../notation/to-source.ts'
import type { Rule } from '../rule-data.ts'
import { expressionOf } from './expression.ts'

export type Candidate = { readonly rule: number; readonly expression: () => RegExp }

/** Which patterns a piece of folded text can match at all, by one pass over its words. */
export type PatternSet = {
  readonly rules: readonly { readonly rule: Rule; readonly except: () => RegExp | null }[]
  readonly candidatesIn: (folded: string) => readonly Candidate[]
}

const once = <Made>(make: () => Made): (() => Made) => {
  let made: { readonly it: Made } | null = null
  return () => {
    made ??= { it: make() }
    return made.it
  }
}

const SHORTEST_BEGINNING = 3

type Index = {
  readonly words: Map<string, number[]>
  readonly beginnings: Map<string, { readonly beginning: string; readonly at: number }[]>
  readonly always: number[]
}

const put = <Value>(map: Map<string, Value[]>, key: string, value: Value): void => {
  const known = map.get(key)
  if (known) known.push(value)
  else map.set(key, [value])
}

const enter = (index: Index, anchors: Anchors | null, at: number): void => {
  if (anchors === null) {
    index.always.push(at)
    return
  }
  for (const word of anchors.words) put(index.words, word, at)
  for (const beginning of anchors.beginnings) {
    put(index.beginnings, beginning.slice(0, SHORTEST_BEGINNING), { beginning, at })
  }
}

/** What is wrong with a pattern, naming the rule and the place; null where it is right. */
export const patternProblem = (ruleId: string, pattern: string, lexicon: Lexicon): string | null => {
  try {
    parsePattern(pattern, lexicon)
    return null
  } catch (error) {
    if (!(error instanceof NotationError)) throw error
    return `${ruleId}: ${error.message}, at character ${error.place + 1} of "${pattern}"`
  }
}

export const makePatternSet = (rules: readonly Rule[], lexicon: Lexicon): PatternSet => {
  const index: Index = { words: new Map(), beginnings: new Map(), always: [] }
  const candidates: Candidate[] = []
  for (const [at, rule] of rules.entries()) {
    for (const pattern of rule.patterns) {
      const sequence = parsePattern(pattern, lexicon)
      enter(index, anchorsOf(sequence), candidates.length)
      candidates.push({ rule: at, expression: once(() => new RegExp(patternSource(sequence), 'g')) })
    }
  }
  const stamps = new Int32Array(candidates.length)
  let stamp = 0
  const candidatesIn = (folded: string): readonly Candidate[] => {
    stamp += 1
    const found: Candidate[] = []
    const add = (at: number): void => {
      const candidate = candidates[at]
      if (stamps[at] === stamp || candidate === undefined) return
      stamps[at] = stamp
      found.push(candidate)
    }
    for (const at of index.always) add(at)
    for (const [word] of folded.matchAll(/\w+/g)) {
      for (const at of index.words.get(word) ?? []) add(at)
      for (const { beginning, at } of index.beginnings.get(word.slice(0, SHORTEST_BEGINNING)) ?? []) {
        if (word.startsWith(beginning)) add(at)
      }
    }
    return found
  }
  return {
    rules: rules.map((rule) => ({
      rule,
      except: once(() => (rule.except && rule.except.length > 0 ? expressionOf(rule.except, lexicon) : null)),
    })),
    candidatesIn,
  }
}
