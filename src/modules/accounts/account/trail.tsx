import { Trail } from '#ui/layout.tsx'
import { paths } from '../paths.ts'

/** Where a page of one's own account stands. */
export const OwnTrail = ({ here }: { here: string }) => (
  <Trail items={[{ text: 'Home', href: '/' }, { text: 'Your account', href: paths.account.to() }, { text: here }]} />
)
