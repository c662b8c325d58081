import { placesOf } from '../matching/expression.ts'
import { type Guard, letPass, sentenceOf } from './guard.ts'

const WINDOW = 70

/** A passive that names who did it: "by" somebody, in the same clause. */
export const agent: Guard = {
  name: 'agent',
  listen: (hit, { read, cues }) => {
    if (!hit.agentless) return null
    const { end } = sentenceOf(hit, read)
    const [clause = ''] = read.folded.slice(hit.end, Math.min(end, hit.end + WINDOW)).split(/[,;:]/)
    for (const found of clause.matchAll(/\bby +(?=\w)/g)) {
      const after = clause.slice(found.index + found[0].length)
      if (placesOf(cues('no-agent'), after)[0]?.start !== 0) return letPass('The sentence says who did it.')
    }
    return null
  },
}
