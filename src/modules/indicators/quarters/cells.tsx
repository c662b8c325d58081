import { formatDate, localDate } from '#platform/dates.ts'
import { percent } from '#ui/page-parts/index.ts'
import type { Figure } from '../definition/figures-shape.ts'
import { inGroups, NotComputable } from '../versions/figure.tsx'
import type { Share } from './figure-lines.ts'

type Shown = { readonly figure: Figure; readonly share: Share | null }

/** How many. */
export const Events = ({ figure }: Shown) => (figure.status === 'counted' ? inGroups(figure.events) : <NotComputable />)

export const Children = ({ figure }: Shown) =>
  figure.status === 'counted' ? inGroups(figure.children) : <NotComputable />

/** Of how many. */
export const Of = ({ figure }: Shown) => {
  if (figure.status === 'not-computable') return <NotComputable />
  return figure.base === null ? <span class="tl-missing">base not computable</span> : inGroups(figure.base)
}

/** What share that is, with its 95% interval. */
export const ShareOf = ({ figure, share: found }: Shown) => {
  if (figure.status === 'not-computable') return <NotComputable />
  if (found === null) return <span class="tl-missing">{figure.base === 0 ? 'share of none' : 'no share'}</span>
  return (
    <span class="tl-number">
      {percent(found.value)}
      <span class="tl-number__interval">
        {' '}
        ({percent(found.low)} to {percent(found.high)})
      </span>
    </span>
  )
}

/** Of how many nobody knows. */
export const NotKnown = ({ figure }: Shown) => {
  if (figure.status === 'not-computable') return <NotComputable />
  return figure.unknown === null ? <span class="tl-missing">does not apply</span> : inGroups(figure.unknown)
}

/** Whether more may come that belongs to it. */
export const Final = ({ figure }: Shown) => {
  if (figure.status === 'not-computable') return <NotComputable />
  if (figure.mature || figure.matureFrom === null) return <>yes</>
  return <>not before a census of {formatDate(localDate(figure.matureFrom))}</>
}
