/** What is not prose in Markdown is made blank, length for length, so that every place stays what it is in the file. */

const blanks = (text: string): string => text.replaceAll(/[^\r\n]/g, ' ')
/** Inside a sentence code and addresses stand for a word, and so they are one: what is before and after does not come together. */
const stands = (text: string): string =>
  text.replaceAll(/[^\r\n]+/g, ({ length }) => 'code'.padEnd(length).slice(0, length))

const frontMatter =
  /^(?:---[ \t]*\r?\n[\s\S]*?\r?\n(?:---|\.\.\.)|\+\+\+[ \t]*\r?\n[\s\S]*?\r?\n\+\+\+)[ \t]*(?=\r?\n|$)/

const isFence = (line: string): string | undefined => /^[ \t>]*(`{3,}(?=[^`]*$)|~{3,})/.exec(line)?.[1]

/** Fenced code, from its fence to the next one as long, or to the end. Code that is indented is left: so are the lists of notes. */
const withoutFences = (text: string): string => {
  let open: string | undefined
  return text.replaceAll(/[^\n]*(?:\n|$)/g, (line) => {
    const fence = isFence(line.trimEnd())
    if (open === undefined) {
      if (fence === undefined) return line
      open = fence
      return blanks(line)
    }
    if (fence?.startsWith(open) && line.replaceAll(/[>\s]/g, '') === fence) open = undefined
    return blanks(line)
  })
}

/** Between the cells of a table a sentence ends, or at least a part of one. */
const apart = (row: string): string => row.replaceAll('|', ';')

const steps: readonly (readonly [RegExp, (found: string) => string])[] = [
  [/<!--[\s\S]*?(?:-->|$)/g, blanks],
  [/(?<!`)(`{1,8})(?!`)(?:[^`\n]|\n(?![ \t]*\r?\n)){1,2000}?\1(?!`)/g, stands],
  // The address of a link or picture, with its title: the words in square brackets stay.
  [
    /(?<=\])\((?:<[^<>\n]{0,2000}>|[^()\s]{0,2000}(?:\([^()\s]{0,500}\)[^()\s]{0,500})?)(?:\s+(?:"[^"\n]{0,500}"|'[^'\n]{0,500}'))?\s*\)/g,
    blanks,
  ],
  [/(?<=\])\[[^\][\n]{0,200}\](?!\])/g, blanks],
  [/^[ \t]{0,3}\[(?!\[)[^\][\n]{1,200}\]:[^\n]*/gm, blanks],
  [/<(?:https?:|mailto:)[^<>\s]{1,2000}>|\bhttps?:\/\/[^\s<>)\]]{1,2000}/gi, stands],
  [/<\/?[a-z][^<>\n]{0,1000}>/gi, blanks],
  // Stress inside a sentence, and the brackets of a link; the double brackets of a mark to ignore a rule stay.
  [/(?<=[\s("'“‘[]|^)(?:\*{1,3}|_{1,3})(?=\S)|(?<=\S)(?:\*{1,3}|_{1,3})(?=[\s).,;:!?"'”’\]]|$)/gm, blanks],
  [/!?(?<!\[)\[(?!\[)(?=[^\][\n]{1,500}\] )|(?<!\])\](?= )/g, blanks],
  // The line under the heads of a table, or a rule across the page; then the rows.
  [/^[ \t]{0,3}\|?[ \t]{0,20}:?--[-: \t|]{0,500}$/gm, blanks],
  [/^[ \t]{0,3}\|[^\n]*$/gm, apart],
]

/** The prose of a Markdown text. Block quotations stay: the checker knows them as quotations. */
export const proseOf = (text: string): string =>
  steps.reduce(
    (prose, [pattern, instead]) => prose.replaceAll(pattern, instead),
    withoutFences(text.replace(frontMatter, blanks)),
  )

/** Whether a text without a telling name is Markdown: front matter, a fence, or a link and a heading. */
export const looksLikeMarkdown = (text: string): boolean => {
  const head = text.slice(0, 20_000)
  if (frontMatter.test(head) || /^(?:```|~~~)[^\n]*\n[\s\S]*?^(?:```|~~~)/m.test(head)) return true
  return /^#{1,6} \S/m.test(head) && /\]\([^()\s]+\)/.test(head)
}
