import { lastDay } from '#modules/people/index.ts'
import { formatDate } from '#platform/dates.ts'
import { Lead } from '#ui/page-parts/index.ts'
import type { LoadedFigures } from './load.ts'

/** Which returns are owed and have not come, a sentence a term. Boroughs are named where there are several to tell apart. */
export const MissingReturns = ({ missing }: Pick<LoadedFigures, 'missing'>) => (
  <>
    {missing.map(({ term, boroughs }) => (
      <Lead>
        No return has come {boroughs.length > 0 && `from ${boroughs.join(', ')} `}for {term.name}, which ended on{' '}
        {formatDate(lastDay(term))}.
      </Lead>
    ))}
  </>
)
