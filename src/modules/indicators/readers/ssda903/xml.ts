import { isRefused, refuse } from '../table/index.ts'
import { readXml, stopReading } from '../xml/index.ts'
import type { EpisodeField, FileCollector, HeaderField } from './collect.ts'

type Element = { readonly line: number; readonly fields: Map<string, string> }
type Child = { readonly record: number; header: Element | null; readonly episodes: Element[] }

/** What is read of HEADER and of EPISODE. The XML calls the child's id CHILDID. */
const headerFields = ['CHILDID', 'SEX', 'UASC', 'DUC']
const episodeFields = ['DECOM', 'RNE', 'LS', 'CIN', 'DEC', 'REC']

// The tables have these columns even where they are empty; an XML file may leave an empty element out.
const given =
  (element: Element, id: string) =>
  (field: EpisodeField | HeaderField): string | null =>
    field === 'CHILD' ? id : (element.fields.get(field) ?? (field === 'SEX' ? null : ''))

const giveChild = ({ record, header, episodes }: Child, collect: FileCollector): void => {
  const id = header?.fields.get('CHILDID') ?? ''
  if (header !== null) collect.header({ line: header.line, record, at: given(header, id) })
  for (const episode of episodes) collect.episode({ line: episode.line, record, at: given(episode, id) })
}

/** Reads EXPSSDA903. Names are taken whatever their case. Throws what `unlessRefused` catches. */
export const readCareXml = async (bytes: Uint8Array, collect: FileCollector): Promise<void> => {
  let child: Child = { record: 0, header: null, episodes: [] }
  let current: Element | null = null
  let depth = 0
  const refused = await readXml([bytes], {
    open: (name, line) => {
      const element = name.toUpperCase()
      if (depth === 0 && element !== 'EXPSSDA903') stopReading(otherRoot(element), line)
      depth += 1
      if (depth === 2) child = { record: child.record + 1, header: null, episodes: [] }
      if (depth !== 3) return
      current = { line, fields: new Map() }
      if (element === 'HEADER') child.header = current
      else if (element === 'EPISODE') child.episodes.push(current)
      else current = null
    },
    close: (name, text) => {
      // Lists within HEADER, such as AMISSING, have fields of their own that lie deeper.
      if (depth === 4 && current !== null) keep(current, name.toUpperCase(), text, current === child.header)
      if (depth === 3) current = null
      if (depth === 2) giveChild(child, collect)
      depth -= 1
    },
  })
  if (refused !== null && isRefused(refused)) refuse(refused.refused, refused.line)
}

const keep = (element: Element, name: string, text: string, isHeader: boolean): void => {
  if ((isHeader ? headerFields : episodeFields).includes(name)) element.fields.set(name, text)
}

const otherRoot = (element: string): string =>
  element === 'MESSAGE' || element === 'CINDETAILSCOLLECTION'
    ? 'This is a file of the CIN census, and no SSDA903 return. Upload it as a CIN census file.'
    : 'This XML file is no SSDA903 return: it does not begin with EXPSSDA903. Check that it is the right file.'
