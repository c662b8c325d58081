import { addDays } from '#platform/dates.ts'
import { idOf } from '../ids.ts'
import { signInPlans } from '../people/sign-ins.ts'
import { organisationId, type Setting } from '../setting.ts'

/** Who works with the families: people who sign in, and four of Hackney's staff who do not, found among those in post. */
const signedIn = {
  amara: ['Hackney', 'Amara Okafor'],
  delroy: ['Hackney', 'Delroy Campbell'],
  nasima: ['Hackney', 'Nasima Chowdhury'],
  siobhan: ['Hackney', 'Siobhan Keane'],
  helen: ['Hackney', 'Helen Fraser'],
  kofi: ['Hackney', 'Kofi Asante'],
  elif: ['Newham', 'Elif Aydin'],
  harpreet: ['Newham', 'Harpreet Bains'],
} as const
const others = ['first', 'second', 'third', 'relative'] as const

export type StaffKey = keyof typeof signedIn | (typeof others)[number]
export type Staff = ReadonlyMap<StaffKey, { readonly id: string; readonly name: string }>

// In post for longer than any family has been known.
const longEnough = 500

/** The people behind the keys on this day. */
export const staffOf = ({ world, today }: Setting): Staff => {
  const known = new Set(signInPlans.map(({ organisation, name }) => idOf('person', organisation, name)))
  const colleagues = world
    .rows('person')
    .filter(
      ({ id, organisation_id, job_role, starts, ends }) =>
        organisation_id === organisationId('Hackney') &&
        !known.has(id ?? '') &&
        /^(?:Senior s|S)ocial worker$/.test(job_role ?? '') &&
        String(starts) <= addDays(today, -longEnough) &&
        !ends,
    )
    .map(({ id, name }) => ({ id: id ?? '', name }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const found = others.map((key, index) => {
    const colleague = colleagues[index]
    if (!colleague) throw new RangeError('Hackney has too few social workers for its families')
    return [key, colleague] as const
  })
  const named = Object.entries(signedIn).map(
    // The keys are those written above.
    ([key, [borough, name]]) => [key as StaffKey, { id: idOf('person', borough, name), name }] as const,
  )
  return new Map([...named, ...found])
}
