import { z } from 'zod'

export const personFields = ['person1', 'person2', 'person3', 'person4', 'person5', 'person6'] as const

/** The fields of up to six people; `known`: the ids that the lists offer. */
export const namedPeople = (known: readonly string[]) => {
  const person = z
    .string('Select a person')
    .default('')
    .refine((id) => id === '' || known.includes(id), 'Select a person from the list')
  return {
    person1: person,
    person2: person,
    person3: person,
    person4: person,
    person5: person,
    person6: person,
  }
}

type Named = Readonly<Record<(typeof personFields)[number], string>>

/** Everybody chosen, once each, in the order of the page. */
export const chosenPeople = (typed: Named): string[] => [
  ...new Set(personFields.map((name) => typed[name]).filter((id) => id !== '')),
]

/** What is wrong with the people as a whole: the field, and the words for it. */
export const wrongWithPeople = (typed: Named): { field: (typeof personFields)[number]; message: string } | null => {
  const chosen = personFields.filter((name) => typed[name] !== '')
  const twice = chosen.find((name) => chosen.some((other) => other < name && typed[other] === typed[name]))
  if (twice !== undefined) return { field: twice, message: 'Select somebody who is not selected above' }
  if (chosen.length < 2) {
    const first = personFields.find((name) => typed[name] === '')
    return {
      field: first ?? 'person2',
      message: 'Select two people at least: one of them has to be there when the other is not',
    }
  }
  return null
}
