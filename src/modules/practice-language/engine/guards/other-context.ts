import { isIn } from '../matching/expression.ts'
import { type Guard, letPass, sentenceOf } from './guard.ts'

/** The playground, the housing market, the boiler. What may be elsewhere is so only where nothing of casework stands beside it. */
export const otherContext: Guard = {
  name: 'other-context',
  listen: (hit, { read, cues }) => {
    const { start, end } = sentenceOf(hit, read)
    const sentence = read.folded.slice(start, end)
    const reason = 'The sentence is about something else than abuse by a partner.'
    const others = `${read.folded.slice(start, hit.start)} ; ${read.folded.slice(hit.end, end)}`
    if (isIn(cues('elsewhere'), sentence) && !isIn(cues('casework'), others)) return letPass(reason)
    if (isIn(cues('perhaps-elsewhere'), sentence) && !isIn(cues('casework'), sentence)) return letPass(reason)
    return null
  },
}
