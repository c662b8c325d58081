import { isIn } from '../matching/expression.ts'
import { type Guard, letPass, sentenceOf } from './guard.ts'

const WINDOW = 110

/** Talk about words is not the use of them. */
export const aboutLanguage: Guard = {
  name: 'about-language',
  listen: (hit, { read, cues }) => {
    const sentence = sentenceOf(hit, read)
    const around = read.folded.slice(
      Math.max(sentence.start, hit.start - WINDOW),
      Math.min(sentence.end, hit.end + WINDOW),
    )
    return isIn(cues('about-language'), around) ? letPass('The sentence is about the words themselves.') : null
  },
}
