import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ruleExamples } from '../rule-examples.ts'
import { mostWords, thresholds } from './choices.ts'
import { settings } from './train.ts'

const learning = join(import.meta.dirname, '..')

const filesIn = (folder: string): readonly string[] =>
  readdirSync(join(learning, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()

/** What the model is made from: the text, the word vectors and the settings. Another digest means that it has to be learned anew. */
export const madeFrom = (): string => {
  const hash = createHash('sha256')
  for (const file of [...filesIn('text'), ...filesIn('labelled'), ...filesIn('vectors')]) {
    hash.update(file.slice(learning.length)).update('\0').update(readFileSync(file)).update('\0')
  }
  const examples = ruleExamples()
  return hash.update(JSON.stringify({ settings, thresholds, mostWords, examples })).digest('hex').slice(0, 32)
}
