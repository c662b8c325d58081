/** What a form would send, as a draft keeps it: text by name. Several ticked boxes of one name are joined by a line break. */
export type Fields = Record<string, string>

/** Reads a form. Left out: our own fields (`_csrf` and the like), files, and passphrases, which are never kept as drafts. */
export const fieldsOf = (form: HTMLFormElement): Fields => {
  const fields: Fields = {}
  for (const [name, value] of new FormData(form)) {
    if (name.startsWith('_') || typeof value !== 'string' || isSecret(form, name)) continue
    const before = fields[name]
    fields[name] = before === undefined ? value : `${before}\n${value}`
  }
  return fields
}

const isSecret = (form: HTMLFormElement, name: string): boolean => {
  const element = form.elements.namedItem(name)
  // A passphrase that is being shown has the type "text"; its class says what it is.
  return element instanceof HTMLInputElement && element.matches('[type=password], .govuk-password-input__input')
}
