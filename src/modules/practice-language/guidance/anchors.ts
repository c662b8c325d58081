/** Where a rule stands in a document of the project: the anchor that sites which show Markdown make of a heading drops full stops. */
export const anchorInDocument = (ruleId: string): string => ruleId.toLowerCase().replaceAll('.', '')

/** Where a rule stands on the page of its category. */
export const anchorOnPage = (ruleId: string): string => ruleId.replaceAll('.', '-')
