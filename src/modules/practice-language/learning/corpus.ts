import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Category } from '../engine/finding.ts'

/** A label: the words from `start` up to `end` (UTF-16 code units) belong to the category. */
export type Label = { readonly category: Category; readonly start: number; readonly end: number }

/** An invented document with what two careful readers would mark in it. */
export type Labelled = {
  readonly id: string
  readonly kind: string
  readonly text: string
  readonly labels: readonly Label[]
}

const codes = new Map<string, Category>([
  ['VB', 'victim_blaming'],
  ['RS', 'responsibility_on_survivor'],
  ['MU', 'mutualising'],
  ['MI', 'minimising'],
  ['IP', 'invisible_perpetrator'],
  ['IN', 'incident_framing'],
  ['LB', 'label'],
])

const mark = /\[\[([A-Z]{2})\|([^\][|]+)\]\]/g

const read = (id: string, kind: string, marked: string): Labelled => {
  const labels: Label[] = []
  let text = ''
  let from = 0
  for (const match of marked.matchAll(mark)) {
    const [whole, code = '', words = ''] = match
    const category = codes.get(code)
    if (category === undefined) throw new Error(`${id}: ${code} is no category, at “${whole}”`)
    text += marked.slice(from, match.index)
    labels.push({ category, start: text.length, end: text.length + words.length })
    text += words
    from = match.index + whole.length
  }
  text += marked.slice(from)
  if (text.includes('[[') || text.includes(']]'))
    throw new Error(`${id}: a mark is not closed, in “${text.slice(0, 60)}…”`)
  return { id, kind, text, labels }
}

/** Documents begin with `## kind of document`; the words of a label stand in `[[XX|…]]`. */
export const readDocuments = (name: string, content: string): readonly Labelled[] =>
  content
    .split(/^## /m)
    .filter((part) => part.trim() !== '')
    .map((part, index) => {
      const end = part.indexOf('\n')
      const body = end < 0 ? '' : part.slice(end + 1)
      return read(`${name}#${index + 1}`, part.slice(0, end < 0 ? undefined : end).trim(), body.trim())
    })
    .filter(({ text }) => text !== '')

/** All documents of the files of a folder and the folders in it, in the order of their names. */
export const readFolder = (folder: string): readonly Labelled[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .flatMap((file) => readDocuments(file.replace(/\.txt$/, ''), readFileSync(join(folder, file), 'utf8')))
