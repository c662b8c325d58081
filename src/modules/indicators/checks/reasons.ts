/** What may be behind a difference, as it is said to the analyst: what it is, and what to look at. */
export const reasonWords = {
  'file-incomplete':
    'The file is not complete: look whether the export left out closed cases, a team, or the months before a change of system.',
  'ids-changed':
    'Children’s ids changed between two files, so that the same referral counts twice: look whether ids differ in more than spaces and capitals.',
  'ids-changed-unseen':
    'Children’s ids changed between two files, so that an earlier referral or assessment is not seen to be the same child’s.',
  resubmitted:
    'Your return was sent again, or cases were corrected, after the Department published: look which submission the file is.',
  'late-entry': 'Cases were entered after the file was made: make it again and compare the dates of both.',
  'same-day': 'Two referrals of one child on the same day count once here.',
  'still-open':
    'A referral that came while an earlier one was still open counts here as a re-referral. The Department may not count it.',
  'year-before-incomplete':
    'The return of the year before is not complete, so that earlier referrals are not seen. Referrals closed before its 1 April are in neither file.',
  'nfa-not-said':
    'Referrals without an entry for no further action count as neither here: look at the faults of the file.',
  'plans-transferred':
    'Plans that moved here from another authority are entered in another way than the Department counts them.',
  'repeat-not-said':
    'Some plans do not say how many there were before them (NumberOfPreviousCPP), or only those of your own authority were counted.',
  'late-authorisation':
    'Assessments were authorised after the file was made. They have no factors until then: make the file again.',
  'counted-year-before':
    'An episode counts here once, when it is first assessed. The Department counts it again in a second year with an assessment.',
  'factors-summed':
    'Factor entries may have been summed instead of children’s episodes being counted: one with 3A and 3B counts once, not twice. Where every assessment has only one of the three codes this is right.',
  'one-code':
    'Only the commonest of 3A, 3B and 3C may have been read: look whether the file has the others. Where they nearly always stand together this is right.',
  'local-codes':
    'Local sub-codes stand in the place of 3A, 3B and 3C and are not read: look at the faults of the file for factors that are not known.',
  'window-differs':
    'The window differs: published figures run from 1 April to 31 March. Figures of other twelve months cannot be held against them.',
  'other-file': 'It is the file of another year or another authority: look at what its header says.',
  'added-up':
    'Cases in (a) and (b) overlap. If both were added up, whoever is in both counted twice: count each case once.',
  'flag-at-contact':
    'Domestic abuse was recorded at contact, so that contacts that never became a referral are counted. Say in the mapping where it is recorded.',
  'secondary-withheld':
    'The Department withholds 1 to 5, and at times a larger number beside it so that the first cannot be worked out.',
  'coding-changed':
    'The way of recording changed, not what happens to children: ask whether the form, its guidance or the case system did. Count any of 3A, 3B and 3C, never one of them alone.',
  'coding-swapped':
    'The codes for the child (3A) and for a parent (3B) were exchanged when the file was made: look at a few cases.',
  'annex-one-row':
    'Annex A has one row for each child in some lists and looks back six months from the day that it was made: look at that day.',
  'annex-entered-later': 'One of the two files was made later than the other, and cases were entered in between.',
  'flag-ids':
    'The table of domestic abuse at referral has other ids, or other dates, than the return: look at the rows listed there.',
} as const
export type Reason = keyof typeof reasonWords

const wordsOf = (reasons: readonly Reason[]): readonly string[] =>
  [...new Set(reasons)].map((each) => reasonWords[each])

/** From so many per cent on it is not entries that differ but the file. */
const farOff = 25

const farReasons: readonly Reason[] = ['other-file', 'window-differs']

/** The likeliest reasons of a difference: by whether ours is more or less, those of another file first where it is far off. */
export const reasonsOf =
  (less: readonly Reason[], more: readonly Reason[]) =>
  (place: 'below' | 'lower edge' | 'within' | 'upper edge' | 'above', perCent: number | null): readonly string[] => {
    if (place !== 'below' && place !== 'above') return []
    const own = place === 'below' ? less : more
    const isFar = perCent !== null && Math.abs(perCent) >= farOff
    return wordsOf(isFar ? [...own.slice(0, 1), ...farReasons, ...own.slice(1)] : own)
  }

export const say = (...reasons: readonly Reason[]): readonly string[] => wordsOf(reasons)
