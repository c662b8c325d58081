/** What stands in markup: the text with a space or a line where a tag was, and the values of attributes. One pass, whatever the markup. */
export const textOfMarkup = (markup: string): { readonly text: string; readonly attributes: string } => {
  const [text, attributes]: [string[], string[]] = [[], []]
  for (let at = 0; at < markup.length; ) {
    const open = markup.indexOf('<', at)
    if (open < 0) {
      text.push(markup.slice(at))
      break
    }
    text.push(markup.slice(at, open))
    const close = markup.indexOf('>', open)
    const tag = markup.slice(open + 1, close < 0 ? markup.length : close)
    attributes.push(tag)
    text.push(/^(?:\/(?:[a-z]+:)?(?:p|div|li|tr|h\d)|br)\b/i.test(tag) ? '\n' : ' ')
    at = close < 0 ? markup.length : close + 1
  }
  return { text: withoutEntities(text.join('')), attributes: withoutEntities(attributes.join('\n')) }
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  shy: '',
  ndash: '-',
  mdash: '-',
  commat: '@',
  period: '.',
  eacute: 'é',
  rsquo: '’',
  lsquo: '‘',
}

/** A name that we do not know becomes a space: it may be a sign between two words. */
const withoutEntities = (text: string): string =>
  text.replaceAll(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,12}));/gi,
    (_, hex: string, decimal: string, name: string) => {
      if (name !== undefined) return named[name.toLowerCase()] ?? ' '
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
      return code <= 0x10ffff ? String.fromCodePoint(code) : ' '
    },
  )

/** "14%20Rosebery" in a link. */
export const withoutEscapes = (text: string): string =>
  text.replaceAll(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
