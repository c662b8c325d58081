import { makeChecker } from '../src/modules/practice-language/engine/index.ts'
import { expressionOf } from '../src/modules/practice-language/engine/matching/expression.ts'
import { shippedModel } from '../src/modules/practice-language/model-file.ts'
import { shippedRules } from '../src/modules/practice-language/shipped-rules.ts'

/** One checker in a process of its own: told which, it answers with what loading cost, and then each list of texts with what checking them cost. */
type Check = (text: string) => Promise<number>
type Loader = () => Promise<Check>

const ours =
  (isLearned: boolean): Loader =>
  async () => {
    const model = isLearned ? shippedModel() : undefined
    const checker = makeChecker({ rules: shippedRules, ...(model ? { model } : {}) })
    return async (text) => checker.check(text).filter(({ suppressed }) => !suppressed).length
  }

const patterns = (): readonly string[] =>
  shippedRules.rules.map((rule) => expressionOf(rule.patterns, shippedRules.lexicon).source)

const loaderOf = async (name: string): Promise<Loader> => {
  if (name === 'ours, rules') return ours(false)
  if (name === 'ours, rules and learned part') return ours(true)
  const { peers }: { peers: Record<string, (patterns: readonly string[]) => Promise<Check>> } = await import(
    new URL('peers/engines.mjs', import.meta.url).href
  )
  const load = peers[name]
  if (load === undefined) throw new Error(`There is no checker "${name}"`)
  return () => load(patterns())
}

const cpuMs = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

const load = await loaderOf(process.argv[2] ?? '')
const before = cpuMs()
const check = await load()
await check('A first text, with which everything is made ready.')
process.send?.({ loadMs: cpuMs() - before, memory: process.memoryUsage().rss / 2 ** 20 })

process.on('message', async (texts: readonly string[]) => {
  const from = cpuMs()
  let messages = 0
  for (const text of texts) messages += await check(text)
  process.send?.({ ms: (cpuMs() - from) / texts.length, messages, memory: process.memoryUsage().rss / 2 ** 20 })
})
