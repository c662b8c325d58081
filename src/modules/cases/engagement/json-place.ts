/** What may stand next in JSON: each word is a kind of token, or the end of what is open. */
type Next = readonly ('value' | 'key' | ':' | ',' | 'close')[]

const token =
  /[ \t\r\n]*(?:([{}[\]:,])|("(?:[^"\\]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null))/uy

const inside = (open: readonly string[]): Next => (open.length === 0 ? [] : [',', 'close'])

/** What may stand after a mark or a value; null: it may not stand here. */
const after = (given: string, next: Next, open: string[]): Next | null => {
  if (given === '{' || given === '[') {
    if (!next.includes('value')) return null
    open.push(given)
    return given === '{' ? ['key', 'close'] : ['value', 'close']
  }
  if (given === '}' || given === ']') {
    if (!next.includes('close') || open.pop() !== (given === '}' ? '{' : '[')) return null
    return inside(open)
  }
  if (given === ':') return next.includes(':') ? ['value'] : null
  if (given === ',') return next.includes(',') ? (open.at(-1) === '{' ? ['key'] : ['value']) : null
  if (next.includes('key')) return given.startsWith('"') ? [':'] : null
  return next.includes('value') ? inside(open) : null
}

// A string of JSON has its line breaks written out.
const isBroken = (given: string): boolean => given.startsWith('"') && given.split('').some((letter) => letter < ' ')

/** Where a text stops being JSON, as a line and a character from 1; null where it is JSON. The engine's own message does not always say. */
export const placeInJson = (text: string): { line: number; character: number } | null => {
  const end = text.replace(/[ \t\r\n]+$/, '').length
  const open: string[] = []
  let next: Next = ['value']
  let at = 0
  while (at < end) {
    token.lastIndex = at
    const [whole = '', mark, quoted, plain] = token.exec(text) ?? []
    const given = mark ?? quoted ?? plain
    const then = given === undefined || isBroken(given) ? null : after(given, next, open)
    if (then === null) return placeOf(text, at + (/^[ \t\r\n]*/.exec(text.slice(at))?.[0].length ?? 0))
    next = then
    at += whole.length
  }
  return next.length === 0 ? null : placeOf(text, end)
}

const placeOf = (text: string, at: number) => {
  const lines = text.slice(0, at).split('\n')
  return { line: lines.length, character: (lines.at(-1) ?? '').length + 1 }
}
