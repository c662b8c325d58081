/*
 * Sentences that stand beside more than one measure.
 */

export const census = 'Children in need census'
export const careSources =
  'SSDA903 return (episodes of care), or list 8 of Annex A where there is no return; children in need census'
export const flagSource = 'The borough’s own file of referral flags'

export const atOnce = 'As soon as the files cover the whole quarter.'
export const after63Days =
  '63 days after the quarter’s last day, when assessments that were still open may have been authorised.'

export const recorded =
  'It counts what was recorded, not how much domestic abuse there is. Boroughs record differently, so a borough is compared with itself.'
export const throughput =
  'Factors are recorded only when an assessment is authorised. More or faster assessments look like more domestic abuse.'
export const siblings =
  'Each child counts: brothers and sisters of one household count separately, and the returns do not say who is a family.'
export const stableId =
  'Files are joined by the child’s id. An id that changed, as it does after adoption, makes two children of one.'
export const firstYear =
  'A census holds the assessments authorised in its own year. In the first year of the files, earlier ones cannot be seen.'
export const closedBefore =
  'A case closed before the earliest census began is in none of the files, so that a referral after it does not look like another one.'
export const oneOfThree =
  'Domestic abuse means any of the factors 3A (the child), 3B (a parent or carer) and 3C (another person). Which one a borough uses is habit.'
export const sameEpisode =
  'Only assessments of the same episode of need count, from 365 days before the plan to 63 days after it.'
export const anyEpisode =
  'Assessments of any of the child’s episodes count, from 365 days before the start of care to 63 days after it.'
export const emergency =
  'Children who come into care in an emergency, and unaccompanied children, often have no assessment before, so many may be unknown.'
export const noNeedCode =
  'The need code N1 of the SSDA903 return is not used: it holds every kind of abuse and neglect.'
export const flagHabit =
  'Whether it is flagged at contact or at referral, and whether police notifications are left out, differs between boroughs.'
export const listEight =
  'List 8 of Annex A has one row a child and looks back six months, so it may miss a start of care.'

export const withoutFactors =
  'Assessments authorised without any known factor: they say neither yes nor no, and are counted beside it.'
export const noFactorsAround =
  'Those without an authorised assessment with factors in that time are counted as unknown, never as no.'
export const rowsUnknown =
  'Rows that say neither yes nor no, and referrals of the census that no row belongs to, are counted as unknown, never as no.'
