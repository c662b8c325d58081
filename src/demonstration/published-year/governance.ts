import { idOf } from '../ids.ts'
import type { Setting } from '../setting.ts'

/** Section 4.4: the groups and who sits in them. What the file notes in brackets is another place's word, kept as a statement. */
export const saveGovernance = ({ world, partnership, published }: Setting): void => {
  for (const [index, { values }] of published.groups.lines.entries()) {
    const id = idOf('governance group', values.group)
    world.add('governance_group', {
      id,
      partnership_id: partnership,
      name: values.group,
      meets: withoutRemark(values.meets),
      sort: index + 1,
    })
    for (const [seat, holder] of values.members.split(', ').entries()) {
      world.add('governance_seat', {
        id: idOf('governance seat', values.group, holder),
        partnership_id: partnership,
        group_id: id,
        holder,
        sort: seat + 1,
      })
    }
  }
}

/** `every two weeks` of `every two weeks (weekly in one place of the report)`. */
export const withoutRemark = (text: string): string => text.replace(/ \([^)]*\)$/, '')
