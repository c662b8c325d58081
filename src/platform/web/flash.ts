/** A message that the next page shows once, and where it leads. Kept in a cookie in one line: the text, and behind a line break the path. */
export type Flash = { readonly text: string; readonly href: string | null }

export const writeFlash = (text: string, href?: string): string =>
  Buffer.from(href === undefined ? text : `${text}\n${href}`).toString('base64url')

/** A browser may send anything: what leads elsewhere than to us leads nowhere. */
export const readFlash = (cookie: string): Flash => {
  const [text = '', href = ''] = Buffer.from(cookie, 'base64url').toString('utf8').split('\n')
  return { text, href: /^\/(?![/\\])[\w\-./#%?=&]*$/.test(href) ? href : null }
}
