import { page } from '#platform/web/page.ts'
import { notRecorded } from '#platform/web/route.ts'
import { door } from '../access.ts'
import { type DemonstrationSignIn, isDemonstration } from '../demonstration.ts'
import { paths } from '../paths.ts'
import { roleWords } from '../role-words.ts'
import { DemonstrationSignIns } from './view.tsx'

/** `/demonstration/sign-ins`: who there is to be, one for each role. There only in a demonstration. */
export const demonstrationSignInsPage = (signIns: readonly DemonstrationSignIn[]) =>
  page({
    path: paths.demonstrationSignIns,
    permission: door,
    record: notRecorded('invented people'),
    title: 'Choose somebody to be',
    wide: true,
    exit: false,
    async load({ db }) {
      if (!(await isDemonstration(db))) return null
      return {
        people: signIns.map(({ name, email, passphrase, roles, note }) => ({
          name,
          email,
          passphrase,
          roles: roles.map(({ role, organisation }) => `${roleWords(role)}, ${organisation}`),
          note: note ?? '',
        })),
      }
    },
    view: DemonstrationSignIns,
  })
