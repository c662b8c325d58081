import { idOf, type SomeFamily } from './world.ts'

/** Who is in a family: the keys of its people. */
export const peopleOf = ({ name, perpetrator, other }: SomeFamily) => ({
  child: `${name} child`,
  perpetrator: perpetrator ?? `${name} perpetrator`,
  survivor: `${name} survivor`,
  ...(other === undefined ? {} : { other }),
})

/** The borough and the family: in every row. */
export const own = ({ name, organisation }: SomeFamily): { authority_id: string; family_id: string } => ({
  authority_id: idOf('organisation', organisation),
  family_id: idOf('family', name),
})
export const individual = (key: string): string => idOf('individual', key)
/** Whoever did something in a borough that makes no difference. */
export const staffOf = ({ organisation }: SomeFamily): string => idOf('person', 'staff of', organisation)

/** A family’s second entry holds no value yet: what somebody might add. */
export const entryOf = (family: SomeFamily, held: 'held' | 'empty'): string => idOf('vault_entry', family.name, held)
/** Families whose key is still to be made. */
export const keyless = ['Alder closed', 'Alder nobody’s', 'Alder sealed and assigned', 'Birch other']

/** The id of what a family holds one of, or one of each kind. */
export const ofFamily = (table: string, { name }: SomeFamily, which = ''): string => idOf(table, name, which)
