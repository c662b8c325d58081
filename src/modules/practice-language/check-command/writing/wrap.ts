/** Lines no wider than `width`, those after the first further in. A word that is wider stands alone: addresses stay whole. */
export const wrapped = (text: string, width: number, indent: string): readonly string[] => {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/)) {
    const lead = lines.length === 0 ? indent : `${indent}  `
    if (line === '') line = lead + word
    else if (line.length + 1 + word.length <= width) line += ` ${word}`
    else {
      lines.push(line)
      line = `${indent}  ${word}`
    }
  }
  return [...lines, line]
}
