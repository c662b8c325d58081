/** What is said of an & that begins nothing. The parser notices it only at the next semicolon, or at the end. */
export const bareAmpersand = 'An & stands here without being written as &amp;.'

/** What the parser finds wrong, in plain words. Its own sentences can quote the file, so none of them is passed on. */
const words: readonly (readonly [RegExp, string])[] = [
  [/unclosed tag|unexpected end|must contain a root/, 'The file ends before it is complete. Export or copy it again.'],
  [/only one root/, 'There are two files in this one: after the end of the first element another begins.'],
  [/outside of root/, 'There is text before the first element or after the last one.'],
  [
    /undefined entity|malformed character entity|empty entity|disallowed character in entity/,
    'An & stands here without being written as &amp;.',
  ],
  [/close tag|closing tag/, 'An element is closed here that was not opened, or in the wrong order.'],
  [/duplicate attribute/, 'An element has the same attribute twice.'],
  [
    /^\d+:\d+: disallowed character\.$/,
    'There is a character here that no XML file may hold, such as a control character.',
  ],
  [/tag name/, 'A < stands here without being written as &lt;.'],
]

/** The plain sentence for a parser's message. */
export const plainWords = (message: string): string =>
  words.find(([pattern]) => pattern.test(message))?.[1] ?? 'The file is not well-formed XML here.'
