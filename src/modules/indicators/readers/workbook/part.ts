import { SaxesParser } from 'saxes'
import { type Archive, damaged } from './archive.ts'
import { workbookLimits } from './limits.ts'

/** Names are without a prefix: some programs write `x:row`. */
export type PartHandler = {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void
  readonly text?: (text: string) => void
  readonly close?: (name: string) => void
  /** True ends the reading. */
  readonly isDone?: () => boolean
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1)

/** Parses one part of a workbook, strictly and in pieces. */
export const readPart = async (archive: Archive, name: string, handler: PartHandler): Promise<void> => {
  const parser = new SaxesParser()
  let depth = 0
  parser.on('error', () => damaged('one of its parts is not well-formed'))
  parser.on('doctype', () => damaged('it holds a document type declaration'))
  parser.on('opentag', (tag) => {
    depth += 1
    if (depth > workbookLimits.depth) damaged('its elements lie too deep within one another')
    handler.open(local(tag.name), tag.attributes)
  })
  parser.on('closetag', (tag) => {
    depth -= 1
    handler.close?.(local(tag.name))
  })
  if (handler.text !== undefined) {
    parser.on('text', handler.text)
    parser.on('cdata', handler.text)
  }
  let isWhole = true
  await archive.read(name, (text) => {
    parser.write(text)
    isWhole = handler.isDone?.() !== true
    return isWhole
  })
  if (isWhole && archive.has(name)) parser.close()
}
