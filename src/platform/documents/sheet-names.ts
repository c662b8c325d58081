/** Names that Excel takes: at most 31 characters, none of []:*?/\, no apostrophe at an end, each different whatever the case. */
export const sheetNames = (wanted: readonly string[]): string[] => {
  const taken = new Set<string>()
  return wanted.map((name) => {
    const plain =
      name
        .replace(/[[\]:*?/\\]/g, ' ')
        .replace(/^'+|'+$/g, '')
        .trim()
        .slice(0, 31) || 'Table'
    let unique = plain
    for (let copy = 2; taken.has(unique.toLowerCase()); copy++)
      unique = `${plain.slice(0, 31 - ` (${copy})`.length)} (${copy})`
    taken.add(unique.toLowerCase())
    return unique
  })
}
