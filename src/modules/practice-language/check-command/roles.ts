import type { Roles } from '../engine/index.ts'

const parts = ['survivor', 'perpetrator', 'children'] as const
const MOST = 40
const LONGEST = 80

/** What is wrong with the roles given; null where nothing is. */
const problemOf = (value: unknown): string | null => {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return 'roles are an object: {"survivor": […], "perpetrator": […], "children": […]}'
  const claimed = new Set<string>()
  for (const [part, names] of Object.entries(value)) {
    if (!parts.some((known) => known === part)) return `there is no role "${part}": they are ${parts.join(', ')}`
    if (!Array.isArray(names)) return `"${part}" is a list of names and words, such as ["Ms A", "mum"]`
    if (names.length > MOST) return `"${part}" has more than ${MOST} names`
    for (const name of names) {
      if (typeof name !== 'string' || name.trim() === '') return `"${part}" holds something that is no name`
      if (name.length > LONGEST) return `"${part}" holds a name of more than ${LONGEST} letters`
      const key = name.trim().toLowerCase()
      if (claimed.has(key)) return `"${name.trim()}" is there twice: nobody can tell who is meant`
      claimed.add(key)
    }
  }
  return null
}

/** Roles as somebody wrote them, or what is wrong with them in words. */
export const readRoles = (value: unknown): { readonly roles: Roles } | { readonly problem: string } => {
  const problem = problemOf(value)
  return problem === null ? { roles: value as Roles } : { problem } // just checked
}

export const parseRoles = (text: string): { readonly roles: Roles } | { readonly problem: string } => {
  try {
    return readRoles(JSON.parse(text))
  } catch {
    return { problem: 'it is not valid JSON' }
  }
}
