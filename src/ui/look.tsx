import type { Look } from '#platform/web/look.ts'
import { Layout } from './layout.tsx'
import { Expired, NotFound, SomethingWrong, TooLarge, TooMany } from './pages/errors.tsx'

/** How every page looks: what `platform/web` asks for, made of our own parts. */
export const look: Look = {
  layout: Layout,
  pages: {
    notFound: NotFound,
    somethingWrong: SomethingWrong,
    tooMany: TooMany,
    expired: Expired,
    tooLarge: TooLarge,
  },
}
