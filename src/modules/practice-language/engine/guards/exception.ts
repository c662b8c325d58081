import { isIn } from '../matching/expression.ts'
import { type Guard, letPass, sentenceOf } from './guard.ts'

const WINDOW = 40

const isWord = (character: string | undefined): boolean => character !== undefined && /\w/.test(character)

/** The exceptions of a rule, in a window round the words and not in the words alone. The window ends between words. */
export const exception: Guard = {
  name: 'exception',
  listen: (hit, { read }) => {
    if (hit.except === null) return null
    const sentence = sentenceOf(hit, read)
    const { folded } = read
    let start = Math.max(sentence.start, hit.start - WINDOW)
    let end = Math.min(sentence.end, hit.end + WINDOW)
    while (start < hit.start && isWord(folded[start - 1]) && isWord(folded[start])) start += 1
    while (end > hit.end && isWord(folded[end - 1]) && isWord(folded[end])) end -= 1
    return isIn(hit.except, folded.slice(start, end)) ? letPass('The words beside it give it another meaning.') : null
  },
}
