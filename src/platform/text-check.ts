import type { Given } from './web/page.ts'

/** A phrase to look at again, in words for whoever wrote it. `start` and `end` are UTF-16 code units of the text that was checked. */
export type TextFinding = {
  readonly start: number
  readonly end: number
  readonly phrase: string
  /** One of a fixed few names of how a phrase is marked in the text. */
  readonly kind: string
  /** The same in words: 'Mutualising'. */
  readonly name: string
  readonly why: string
  /** A question or an instruction to describe; never words to put in the place of theirs. */
  readonly question: string
  readonly sources: readonly TextSource[]
  /** Whether somebody wrote a rule about these words. Otherwise they are only like others that were marked, and may well be right. */
  readonly isCertain: boolean
  /** Where one says that the words are right as they stand; it holds nothing of the text. */
  readonly answerHref: string
  /** Why it was let pass; null where it is to be looked at again. */
  readonly passed: string | null
}

export type TextSource = { readonly title: string; readonly url?: string; readonly where?: string }

/** Makes the check of a text, as the organisation of whoever asks has it. A prompt: nothing that it finds ever stops a form. */
export type TextCheck = (
  given: Pick<Given<string>, 'actor' | 'db' | 'services'>,
) => Promise<(text: string) => readonly TextFinding[]>

/** What is still to be looked at again. */
export const toLookAt = (findings: readonly TextFinding[]): readonly TextFinding[] =>
  findings.filter(({ passed }) => passed === null)

/** "2 phrases to look at again". */
export const phrasesToLookAt = (count: number): string => `${count} phrase${count === 1 ? '' : 's'} to look at again`
