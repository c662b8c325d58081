/** A file of data: the learned model. */
import { loadModel } from '../../engine/model/load.ts'
import { learned } from '../../learned.generated.ts'
import { arrive } from './arrive.ts'

arrive({ model: loadModel(Uint8Array.from(atob(learned), (letter) => letter.charCodeAt(0))) })
