/**
 * One colour-blind-safe palette, with one meaning in every chart. Each colour has at least 4.5:1 on our page and differs
 * from its neighbours in lightness too; series are also named beside their marks, so that nothing rests on colour alone.
 */
export type Meaning = 'behaviour' | 'protective' | 'action' | 'first' | 'second' | 'third' | 'neutral'

/** The class that gives a mark its colour (in `styles/_charts.scss`: the page's rules forbid style attributes). */
export const markClass = (meaning: Meaning): string => `tl-mark--${meaning}`

const inOrder: readonly Meaning[] = ['first', 'second', 'third', 'neutral']

/** The meaning of a series that has none of its own. */
export const meaningOf = (given: Meaning | undefined, index: number): Meaning => given ?? inOrder[index] ?? 'neutral'
