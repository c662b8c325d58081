import { posix } from 'node:path'
import { readXml } from './xml.ts'

export type Relation = { readonly kind: string; readonly target: string }

/** The parts that a part refers to, by the last word of their kind. Addresses outside the file are left out: nothing is fetched. */
export const relationsOf = (xml: string, folder: string): readonly Relation[] => {
  const relations: Relation[] = []
  readXml(xml, {
    open: (name, attributes) => {
      if (name !== 'Relationship') return
      const given = attributes()
      const target = given.get('Target')
      if (target === undefined || given.get('TargetMode') === 'External') return
      const kind = given.get('Type')?.split('/').at(-1) ?? ''
      relations.push({ kind, target: posix.join('/', target.startsWith('/') ? '' : folder, target).slice(1) })
    },
    close: () => {},
    text: () => {},
  })
  return relations
}
