import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { loadModel } from '../src/modules/practice-language/engine/model/load.ts'
import { tableOf } from '../src/modules/practice-language/learning/measure.ts'
import { type SetName, sets } from '../src/modules/practice-language/learning/sets.ts'
import { shippedModel } from '../src/modules/practice-language/model-file.ts'

/** npm run language:measure [-- --set NAME] [--model FILE | --rules-only]: how right the checker is on labelled text, by category. */
const { values } = parseArgs({
  options: { set: { type: 'string' }, model: { type: 'string' }, 'rules-only': { type: 'boolean' } },
})

const isSet = (name: string): name is SetName => name in sets

const modelOf = () => {
  if (values['rules-only']) return undefined
  return values.model === undefined ? shippedModel() : loadModel(readFileSync(values.model))
}

const names = Object.keys(sets)
  .filter(isSet)
  .filter((name) => values.set === undefined || name === values.set)
const model = modelOf()
for (const name of names) console.info(`## ${name}\n\n${tableOf(sets[name](), model)}\n`)
