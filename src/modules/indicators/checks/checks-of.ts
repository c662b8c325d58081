import type { Figures } from '../definition/figures-shape.ts'
import type { Stack, StackFile } from '../definition/stack.ts'
import { annexChecks, flagCheck } from './between-files.ts'
import type { Check } from './check.ts'
import { notCompared } from './compare.ts'
import { ownYears } from './own.ts'
import type { Published } from './published.ts'
import { yearChecks } from './year.ts'

/** The three digits of the authority that the files are of; null where no census says, or two say different ones. */
export const authorityCodeOf = ({ authorities }: Pick<Stack, 'authorities'>): string | null =>
  authorities.length === 1 ? (authorities[0] ?? null) : null

const authorityCheck = ({ authorities }: Pick<Stack, 'authorities'>): Check => {
  const why =
    authorities.length === 0
      ? 'No children in need return says which authority it is of (LEA in its header), so that the published figures cannot be found.'
      : `The children in need returns are of more than one authority (${authorities.join(', ')}). Withdraw the one that is not yours.`
  const of = { key: 'authority', name: 'Published figures', year: null } as const
  return notCompared(of, null, { kind: 'none', words: 'not known whose' }, [why])
}

/**
 * Everything that a borough's figures can be held against: what the Department published of its authority, year by year from the latest, and its files with
 * one another. `published` is what `readPublished` gives for `authorityCodeOf(stack)`; without a code it is not looked at.
 */
export const checksOf = (given: {
  readonly figures: Figures
  readonly stack: Stack
  readonly files: readonly Pick<StackFile, 'extract' | 'span'>[]
  readonly published: Published
}): readonly Check[] => {
  const { figures, stack, files, published } = given
  const hasCode = authorityCodeOf(stack) !== null
  const years = hasCode ? ownYears(figures, stack).toReversed() : []
  const flags = flagCheck(figures)
  return [
    ...(hasCode || figures.covered.cin.length === 0 ? [] : [authorityCheck(stack)]),
    ...years.flatMap((year) => yearChecks(year, published)),
    ...(flags === null ? [] : [flags]),
    ...annexChecks(files, stack),
  ]
}
