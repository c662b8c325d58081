import { page } from '#platform/web/page.ts'
import { notRecorded } from '#platform/web/route.ts'
import { checkPublicly } from '../access.ts'
import { makeParagraphCheck } from '../field/by-paragraph.ts'
import { inWords } from '../field/text-check.ts'
import { paths } from '../paths.ts'
import { checkerOf } from '../settings/checker.ts'
import { note } from './example.ts'
import { CheckYourWording } from './view.tsx'

/** `/check-your-wording`: anybody may write or paste here, and nothing of it leaves their browser, by rule of the browser itself. */
export const checkPage = page({
  path: paths.checkPage,
  permission: checkPublicly,
  record: notRecorded('words that are the same for everybody; what is typed stays in the browser'),
  title: 'Check your wording',
  sendsNothing: true,
  load: async () => ({ found: foundInNote() }),
  view: CheckYourWording,
})

const foundInNote = () => {
  const checker = checkerOf({ version: 'shipped', overlays: [] })
  return makeParagraphCheck(checker)(note).map((finding) => inWords(finding, checker, ''))
}

export type LoadedExample = { readonly found: ReturnType<typeof foundInNote> }
