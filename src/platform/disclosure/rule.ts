/** What counts as small, and what is done with it. */
export type Rule = {
  /** The largest count that is withheld. The Department for Education: 5. */
  threshold: number
  /** 'shown': zero means zero and is never withheld, so a reader knows that what is withheld is at least 1. 'hidden': zero is small too. */
  zeros: 'shown' | 'hidden'
  /**
   * A figure already out that changes by 1 to `threshold` tells of as few children as a small count does. 'hidden' withholds the new value;
   * 'shown' is for figures whose revision tells nothing of anybody.
   */
  smallRevisions: 'hidden' | 'shown'
  /**
   * A small count must stay one of at least this many values for whoever knows everything that is published. Absent: as many as there are
   * small counts (1 to 5: five).
   */
  protection?: number
}

/** Characteristics of children in need, data guidance: 1 to 5 withheld, zeros shown. */
export const dfeRule: Rule = { threshold: 5, zeros: 'shown', smallRevisions: 'hidden' }
/** Cuts of a survey: 1 to 9 withheld. */
export const surveyRule: Rule = { threshold: 9, zeros: 'shown', smallRevisions: 'hidden' }
/** What leaves for research: everything below 10 withheld, zero included. */
export const researchRule: Rule = { threshold: 9, zeros: 'hidden', smallRevisions: 'hidden' }

/** The smallest value that may stand behind a withheld figure, which every reader of the rule knows. */
export const leastWithheld = (rule: Rule): 0 | 1 => (rule.zeros === 'hidden' ? 0 : 1)

/** Whether a count is withheld for its own sake. */
export const isSmall = (value: number, rule: Rule): boolean => value >= leastWithheld(rule) && value <= rule.threshold

/** How many values must stay possible for a small count. At least 2, whatever is asked. */
export const protectionOf = (rule: Rule): number =>
  Math.max(2, rule.protection ?? rule.threshold - leastWithheld(rule) + 1)

/** @throws RangeError for a rule that says nothing: a threshold below 1 or not whole. */
export const checkRule = (rule: Rule): void => {
  if (!Number.isSafeInteger(rule.threshold) || rule.threshold < 1)
    throw new RangeError('the threshold is a whole number of at least 1')
  if (rule.protection !== undefined && (!Number.isSafeInteger(rule.protection) || rule.protection < 2))
    throw new RangeError('the protection is a whole number of at least 2')
}
