/** The words for what is not there. They differ, and zero is none of them: zero is a number. */
export type MissingKind = 'missing' | 'not-available' | 'withheld' | 'not-collected' | 'unknown'

/**
 * missing: should be here, and nobody has entered it. not-available: the source does not say.
 * withheld: known, and kept back (disclosure control, or not for this reader). not-collected: nobody was asked to record it.
 * unknown: asked, and the answer was that it is not known.
 */
export const missingWords: Record<MissingKind, string> = {
  missing: 'missing',
  'not-available': 'not available',
  withheld: 'withheld',
  'not-collected': 'not collected',
  unknown: 'not known',
}

/** One of the words, set apart from numbers by its colour and slope as well as by being a word. */
export const Missing = ({ kind }: { kind: MissingKind }) => <span class="tl-missing">{missingWords[kind]}</span>

/** The source does not say. */
export const NotAvailable = () => <Missing kind="not-available" />

/** Known and kept back. */
export const Withheld = () => <Missing kind="withheld" />

/** Nobody was asked to record it. */
export const NotCollected = () => <Missing kind="not-collected" />

/** Asked, and the answer was that it is not known. */
export const Unknown = () => <Missing kind="unknown" />
