/** A text as it is searched: plain ASCII forms of digits, letters and signs, without what is not seen. `at` leads back into the text as it is. */
type Folded = { readonly text: string; readonly at: Uint32Array }

// Soft hyphen, zero-width signs, marks of direction, variation selectors.
const unseen = /[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]|\p{Variation_Selector}/u
const dash = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/
const space = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/

const plain = (sign: string): string => {
  if (unseen.test(sign)) return ''
  if (dash.test(sign)) return '-'
  if (space.test(sign)) return ' '
  const simple = sign.normalize('NFKC')
  // Full-width letters, digits in circles: one sign for one. What would become many stays as it is.
  return simple.length <= 4 ? simple : sign
}

/** Folds a text in one pass. */
export const fold = (text: string): Folded => {
  const [out, at]: [string[], number[]] = [[], []]
  let start = 0
  for (let index = 0; index < text.length; ) {
    const code = text.codePointAt(index) ?? 0
    const length = code > 0xffff ? 2 : 1
    if (code > 0x7f) {
      if (start < index) out.push(text.slice(start, index))
      const simple = plain(text.slice(index, index + length))
      out.push(simple)
      for (let n = 0; n < simple.length; n++) at.push(index)
      start = index + length
    } else at.push(index)
    index += length
  }
  out.push(text.slice(start))
  at.push(text.length)
  return { text: out.join(''), at: Uint32Array.from(at) }
}
