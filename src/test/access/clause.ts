/** One clause of a function, and what stands there when it is forgotten or slips. Each must occur exactly once. */
export type Clause = { readonly of: string; readonly from: string; readonly to: string }

/** Clauses of one function. */
export const clausesOf = (name: string, ...changes: readonly (readonly [from: string, to: string])[]): Clause[] =>
  changes.map(([from, to]) => ({ of: name, from, to }))
