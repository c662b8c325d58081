import { lineStarts, placeIn } from '../check-command/place.ts'
import { type Level, makeChecker, type Roles } from '../engine/index.ts'
import { shippedModel } from '../model-file.ts'
import { shippedRules } from '../shipped-rules.ts'

export type RetextOptions = {
  /** Which to show. Without it: concern and consider. */
  readonly levels?: readonly Level[]
  /** Who is who in the text. */
  readonly roles?: Roles
}

/** The little that is needed of a unist node, a vfile and a message of one: the packages themselves are not. */
type Point = { readonly line: number; readonly column: number; readonly offset?: number | undefined }
export type TextTree = {
  readonly type: string
  readonly children?: readonly TextTree[]
  readonly position?: { readonly start: Point; readonly end: Point } | undefined
}
type Message = { expected?: string[] | null | undefined; note?: string | undefined; url?: string | undefined }
export type TextFile = {
  toString(): string
  message(reason: string, options: { place: { start: Point; end: Point }; ruleId: string; source: string }): Message
}

/** The pieces of text that a tree is made of. Of a Markdown file the rest is code, addresses and marks. */
const pieces = (tree: TextTree): readonly TextTree[] => {
  const found: TextTree[] = []
  const waiting: TextTree[] = [tree]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.children) for (const child of node.children) waiting.push(child)
    else if (node.type !== 'SourceNode') found.push(node)
  }
  return found.sort((a, b) => (a.position?.start.offset ?? 0) - (b.position?.start.offset ?? 0))
}

/** What the tree holds of the text, length for length: the rest is blank. */
const proseOf = (tree: TextTree, text: string): string => {
  let prose = ''
  const blank = (from: number, to: number) => text.slice(from, to).replaceAll(/[^\r\n]/g, ' ')
  for (const { position } of pieces(tree)) {
    const [start, end] = [position?.start.offset, position?.end.offset]
    if (start === undefined || end === undefined || start < prose.length) continue
    prose += blank(prose.length, start) + text.slice(start, end)
  }
  return prose === '' ? text : prose + blank(prose.length, text.length)
}

/** A retext plugin: adds a message for each phrase, with why, the question and a source. It changes nothing and expects nothing. */
export const retextPracticeLanguage = ({ levels = ['concern', 'consider'], roles = {} }: RetextOptions = {}) => {
  const model = shippedModel()
  const checker = makeChecker({ rules: shippedRules, ...(model ? { model } : {}) })
  return (tree: TextTree, file: TextFile): void => {
    const text = file.toString()
    const starts = lineStarts(text)
    const pointAt = (offset: number) => ({ ...placeIn(starts, offset), offset })
    for (const { start, end, ...finding } of checker.check(proseOf(tree, text), { levels, roles })) {
      if (finding.suppressed) continue
      const sources = finding.source.map((key) => checker.sources[key])
      const message = file.message(finding.message, {
        place: { start: pointAt(start), end: pointAt(end) },
        ruleId: finding.ruleId,
        source: 'practice-language',
      })
      message.expected = []
      message.note = `${finding.reframe}\n\nSources: ${sources.map((source) => source?.title).join('; ')}`
      message.url = sources.find((source) => source?.url !== undefined)?.url
    }
  }
}
