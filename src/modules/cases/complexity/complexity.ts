/** What makes things harder. `name` is how a page says it. */
export const complexityKinds = [
  { value: 'substance use', name: 'Substance use' },
  { value: 'mental health', name: 'Mental health' },
  { value: 'culture', name: 'Culture' },
  { value: 'immigration', name: 'Immigration' },
  { value: 'disability', name: 'Disability' },
  { value: 'money', name: 'Money' },
] as const

/** What it has to do with the abuse. */
export const links = [
  {
    value: 'outcome of the abuse',
    name: 'An outcome of the abuse',
    hint: 'It would not be there, or not like this, without what was done.',
  },
  {
    value: 'made worse by the abuse',
    name: 'Made worse by the abuse',
    hint: 'It was there before, and the abuse deepens it.',
  },
  {
    value: 'used by the perpetrator',
    name: 'Used by the perpetrator',
    hint: 'To control, to frighten, to be believed, or as an excuse.',
  },
  {
    value: 'no link known',
    name: 'No link is known',
    hint: 'You have looked for one. It stands beside the abuse, and explains none of it.',
  },
] as const

export const kindName = (value: string): string => complexityKinds.find((kind) => kind.value === value)?.name ?? value
export const linkName = (value: string): string => links.find((link) => link.value === value)?.name ?? value

export type Complexity = {
  readonly id: string
  /** Whose it is. */
  readonly individualId: string
  readonly kind: string
  readonly link: string
  readonly what: string
  readonly source: string
  readonly withdrawnAt: Date | null
  readonly withdrawnWhy: string
  readonly recordedBy: string
  readonly recordedAt: Date
  readonly version: number
}

export type ComplexityFields = Pick<Complexity, 'individualId' | 'kind' | 'link' | 'what' | 'source'>
