import { createHash } from 'node:crypto'

/** A page of guidance that stands beside a question. */
export type GuidanceLink = {
  readonly id: string
  readonly question: string
  readonly title: string
  readonly url: string
  readonly sort: number
}

/** What a form sends back to say which wording of a link it changes. */
export const versionOfLink = ({ title, url }: Pick<GuidanceLink, 'title' | 'url'>): string =>
  createHash('sha256').update(`${title}\n${url}`).digest('base64url')

/** An address that a reader can follow without being led astray: https, no name and password in it. */
export const isGuidanceAddress = (text: string): boolean => {
  if (!URL.canParse(text)) return false
  const { protocol, username, password, hostname } = new URL(text)
  return (
    protocol === 'https:' && text.startsWith('https://') && username === '' && password === '' && hostname.includes('.')
  )
}

/** Guidance of a question as it is shown: with an address, or a title whose address nobody has set yet. */
export type ShownGuidance = { readonly title: string; readonly url: string | null }

const plain = (text: string): string => text.trim().toLowerCase()

/** The titles of the form in order, each with the partnership's link of that title, then the partnership's other links. */
export const guidanceFor = (
  { key, guidance }: { readonly key: string; readonly guidance: readonly string[] },
  links: readonly GuidanceLink[],
): readonly ShownGuidance[] => {
  const own = links.filter(({ question }) => question === key)
  const named = guidance.map((title) => ({
    title,
    url: own.find((each) => plain(each.title) === plain(title))?.url ?? null,
  }))
  const others = own.filter(({ title }) => !guidance.some((each) => plain(each) === plain(title)))
  return [...named, ...others.map(({ title, url }) => ({ title, url }))]
}
