/** A new element with a class and text in it. What is typed never becomes markup. */
export const element = <K extends keyof HTMLElementTagNameMap>(
  name: K,
  className = '',
  ...content: (string | Node)[]
): HTMLElementTagNameMap[K] => {
  const made = document.createElement(name)
  if (className) made.className = className
  made.append(...content)
  return made
}

/** GOV.UK's details. */
export const details = (summary: string, className: string, ...content: Node[]): HTMLDetailsElement => {
  const made = element('details', `govuk-details ${className}`)
  const text = element('span', 'govuk-details__summary-text', summary)
  made.append(element('summary', 'govuk-details__summary', text), element('div', 'govuk-details__text', ...content))
  return made
}

export const hidden = (text: string): HTMLElement => element('span', 'govuk-visually-hidden', text)
