import { withPlainLines } from '../notes/note.ts'
import { kindOfWord, type RawNote } from './imported-note.ts'
import { type DayAt, dayAtStart } from './read-day.ts'

/** A piece of a file that begins with a date begins a note; the pieces after it belong to it. */
export type Piece = { readonly line: number; readonly text: string; readonly mayBegin: boolean }

export type Cut = { readonly raws: readonly RawNote[]; readonly before: string }

const between = /^[\s:,;|–—-]+/

/** "12/3/2026 Home visit": what may be the type of the note, where something follows, and what stays text. */
const beginningOf = ({ rest }: DayAt): { type: string; text: string } => {
  const [first = '', ...others] = rest.split('\n')
  const line = first.replace(between, '').trimEnd()
  const words = line.replace(/[\s:.–—-]+$/, '')
  const isType = words.length <= 40 && words.split(/\s+/).length <= 4 && kindOfWord(words) !== 'other'
  return { type: isType ? words : '', text: (isType ? others : [line, ...others]).join('\n') }
}

const dateIn = (text: string, { rest }: DayAt): string => text.slice(0, text.length - rest.length)

type Begun = { line: number; date: string; type: string; texts: string[] }

/** "12/3/2026 Home visit" and nothing more: then these words are the note. */
const finished = ({ line, date, type, texts }: Begun, joint: string): RawNote =>
  texts.length > 0
    ? { line, date, type, author: '', text: texts.join(joint) }
    : { line, date, type: '', author: '', text: type }

/** The notes of pieces in their order. What stands before the first date is in none of them. */
export const cutAtDates = (pieces: readonly Piece[], joint: string): Cut => {
  const notes: Begun[] = []
  const before: string[] = []
  for (const { line, text, mayBegin } of pieces) {
    const day = mayBegin ? dayAtStart(text) : null
    const last = notes.at(-1)
    if (day !== null) {
      const { type, text: own } = beginningOf(day)
      notes.push({ line, date: dateIn(text, day), type, texts: own === '' ? [] : [own] })
    } else if (last) last.texts.push(text)
    else before.push(text)
  }
  return { raws: notes.map((note) => finished(note, joint)), before: before.join('\n').trim() }
}

/** The notes of a plain text: each block, after an empty line, that begins with a date begins one. */
export const readTextNotes = (file: string): Cut => {
  const pieces: Piece[] = []
  let [line, start] = [1, 1]
  let block: string[] = []
  const close = () => {
    if (block.length > 0) pieces.push({ line: start, text: block.join('\n'), mayBegin: true })
    block = []
  }
  for (const one of withPlainLines(file).split('\n')) {
    if (one.trim() === '') close()
    else {
      if (block.length === 0) start = line
      block.push(one)
    }
    line += 1
  }
  close()
  return cutAtDates(pieces, '\n\n')
}
