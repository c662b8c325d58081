import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import { readFolder } from '../src/modules/practice-language/learning/corpus.ts'
import { ruleExamples } from '../src/modules/practice-language/learning/rule-examples.ts'
import { sets } from '../src/modules/practice-language/learning/sets.ts'
import { mostWords, thresholds } from '../src/modules/practice-language/learning/train/choices.ts'
import { madeFrom } from '../src/modules/practice-language/learning/train/made-from.ts'
import { pack } from '../src/modules/practice-language/learning/train/pack.ts'
import { settings, train } from '../src/modules/practice-language/learning/train/train.ts'
import { readVectors } from '../src/modules/practice-language/learning/train/vectors.ts'

/**
 * npm run language:train: learns the model from the labelled text and writes it beside the module. About five minutes.
 * With `--tuning FILE` it leaves out every measured text and writes to FILE: thresholds are chosen with that one.
 */
const { values } = parseArgs({ options: { tuning: { type: 'string' } } })
const room = join(import.meta.dirname, '../src/modules/practice-language')

const written = [...readFolder(join(room, 'learning/text')), ...ruleExamples()]
const measured = [sets.documents(), sets['sentences-1'](), sets['sentences-2']()].flat()
const documents = values.tuning === undefined ? [...written, ...measured] : written

const vectors = readVectors()
const trained = train(documents, vectors, settings, (text) => console.error(text))
const bytes = pack(trained, vectors, { most: mostWords, thresholds, madeFrom: madeFrom() })
console.error(`${bytes.length} bytes, ${gzipSync(bytes, { level: 9 }).length} compressed`)

if (values.tuning !== undefined) writeFileSync(values.tuning, bytes)
else {
  const code = `/** Written by npm run language:train. */\nexport const learned =\n  '${Buffer.from(bytes).toString('base64')}'\n`
  writeFileSync(join(room, 'learned.generated.ts'), code)
}
