import { type LearnedModel, loadModel } from './engine/model/load.ts'
import { learned } from './learned.generated.ts'

let loaded: LearnedModel | undefined

/** The bytes of the learned model, as they also go to browsers. */
export const shippedModelBytes = (): Uint8Array => Buffer.from(learned, 'base64')

/** The learned model that comes with Throughline. It is loaded when it is first asked for, and kept. */
export const shippedModel = (): LearnedModel => {
  loaded ??= loadModel(shippedModelBytes())
  return loaded
}
