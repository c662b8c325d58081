/**
 * A text as nothing but its letters and digits, so that spacing, punctuation, line breaks, accents and case hide nothing: "Rose-haven,
 * St. Mary’s" is "r0sehavenstmarys". O and nought, I, L and one count as the same, since people and machines mix them up.
 */
export type LettersOnly = {
  readonly signs: string
  /** Where each sign stood. */
  readonly at: Uint32Array
  /** 1 where a word may begin: after anything else, where digits meet letters, and at a capital inside. One longer than `signs`: its end too. */
  readonly edges: Uint8Array
}

const NONE = 0
const DIGIT = 1
const LOWER = 2
const UPPER = 3

const mixedUp: Readonly<Record<string, string>> = { o: '0', i: '1', l: '1' }
const apostrophe = /['’‘`´ʼ]/
const unseen = /[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]|\p{M}/u

type Sign = { readonly letters: string; readonly kind: number; readonly isNothing: boolean }

const signOf = (sign: string): Sign => {
  const letters = [...sign.normalize('NFKD').toLowerCase()]
    .filter((one) => /[\p{L}\p{N}]/u.test(one))
    .map((one) => mixedUp[one] ?? one)
    .join('')
  const kind = /\p{N}/u.test(sign) ? DIGIT : /\p{Lu}/u.test(sign) ? UPPER : LOWER
  return { letters, kind: letters === '' ? NONE : kind, isNothing: apostrophe.test(sign) || unseen.test(sign) }
}

const grown = <A extends Uint32Array | Uint8Array>(array: A, make: (length: number) => A): A => {
  const larger = make(array.length * 2)
  larger.set(array)
  return larger
}

/** In one pass; each kind of sign is looked at once. */
export const lettersOnly = (text: string): LettersOnly => {
  const seen = new Map<number, Sign>()
  const signs: string[] = []
  let [at, edges] = [new Uint32Array(text.length + 64), new Uint8Array(text.length + 64)]
  let [count, before] = [0, NONE]
  for (let index = 0; index < text.length; ) {
    const code = text.codePointAt(index) ?? 0 // there: the loop ends before
    const width = code > 0xffff ? 2 : 1
    let sign = seen.get(code)
    if (sign === undefined) {
      sign = signOf(String.fromCodePoint(code))
      seen.set(code, sign)
    }
    if (sign.kind !== NONE) {
      while (count + sign.letters.length + 1 > at.length) {
        at = grown(at, (length) => new Uint32Array(length))
        edges = grown(edges, (length) => new Uint8Array(length))
      }
      const isEdge =
        before === NONE || (before === DIGIT) !== (sign.kind === DIGIT) || (before === LOWER && sign.kind === UPPER)
      if (isEdge) edges[count] = 1
      for (let n = 0; n < sign.letters.length; n++) at[count + n] = index
      count += sign.letters.length
      signs.push(sign.letters)
      before = sign.kind
    } else if (!sign.isNothing) {
      before = NONE
      edges[count] = 1
    }
    index += width
  }
  edges[count] = 1
  return { signs: signs.join(''), at: at.subarray(0, count), edges: edges.subarray(0, count + 1) }
}
