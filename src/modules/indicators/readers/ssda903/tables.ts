import { ignored, type Layout, layout } from '../table/index.ts'
import type { FileCollector } from './collect.ts'

const child = { names: ['child', 'childid', 'child id'] }

/** Tables of the return that are known by one of their columns, and of which nothing is needed. */
const others = [
  ...['review', 'sdq score', 'in touch', 'date int', 'date placed', 'prev perm', 'mis start', 'sw id', 'dolo start'],
].map((name) => ignored({ child, own: { names: [name] } }))

/** The columns without which there is no Episodes table. */
export const neededColumns = ['CHILD', 'DECOM', 'RNE', 'LS'] as const

/** The tables of the return by their columns: file and sheet names differ from one system to the next. */
export const careLayouts = (
  file: (label: string) => FileCollector,
): { readonly episodes: Layout; readonly all: readonly Layout[] } => {
  const episodes = layout(
    {
      CHILD: child,
      DECOM: { names: ['decom'] },
      RNE: { names: ['rne'] },
      LS: { names: ['ls'] },
      CIN: { names: ['cin'], isOptional: true },
      DEC: { names: ['dec'], isOptional: true },
      REC: { names: ['rec'], isOptional: true },
    },
    ({ label }, has) => {
      const collect = file(label)
      return ({ line, at }) => collect.episode({ line, at: (field) => (has(field) ? at(field) : null) })
    },
  )
  const header = layout(
    {
      CHILD: child,
      ethnic: { names: ['ethnic'] },
      SEX: { names: ['sex'], isOptional: true },
      UASC: { names: ['uasc'], isOptional: true },
      DUC: { names: ['duc'], isOptional: true },
    },
    ({ label }, has) => {
      const collect = file(label)
      return ({ line, at }) => collect.header({ line, at: (field) => (has(field) ? at(field) : null) })
    },
  )
  const unaccompanied = layout({ CHILD: child, DUC: { names: ['duc'] } }, ({ label }) => {
    const collect = file(label)
    return ({ line, at }) => collect.unaccompanied({ line, at })
  })
  return { episodes, all: [episodes, header, unaccompanied, ...others] }
}
