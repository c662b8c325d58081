import type { Route } from '#platform/web/route.ts'
import { addLetterPage } from './add/page.ts'
import { changeLetterPage } from './change/page.ts'
import { letterFile } from './file/page.ts'
import { letterPage } from './letter/page.ts'
import { lettersPage } from './list/page.ts'

export const letterRoutes: readonly Route[] = [lettersPage, addLetterPage, letterPage, changeLetterPage, letterFile]

export const letterActs: Record<string, string> = {
  'family.letters-read': 'Looked at the list of letters',
  'family.letter-form-opened': 'Opened a letter for writing',
  'family.letter-written': 'Wrote a letter',
  'family.letter-changed': 'Changed a letter',
  'family.letter-read': 'Read a letter',
  'family.letter-moved-on': 'Checked a letter, or recorded that it was sent',
  'family.letter-downloaded': 'Downloaded a letter',
}
