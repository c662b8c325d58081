import { type Checker, type Finding, question, type Roles } from '../../engine/index.ts'
import { categoryNames } from '../../words.ts'
import { details, element, hidden } from './dom.ts'

/** The same list as `ui/form/findings.tsx` prints on the server. */
export type Shown = {
  readonly sources: Checker['sources']
  readonly roles: Roles
  /** Whether one may say that words are right as they stand: on forms of people who are signed in. */
  readonly isAnswerable: boolean
  select(finding: Finding): void
  fold(finding: Finding): void
}

const why = ({ message, source }: Finding, sources: Checker['sources']): Node => {
  const list = element('ul', 'govuk-list')
  for (const key of source) {
    const known = sources[key]
    if (known === undefined) continue
    const title = known.url === undefined ? known.title : element('a', 'govuk-link', known.title)
    if (title instanceof HTMLAnchorElement) {
      title.href = known.url ?? ''
      title.rel = 'noopener noreferrer'
      title.target = '_blank'
      title.append(' (opens in a new tab)')
    }
    list.append(element('li', '', title, known.where === undefined ? '' : `, ${known.where}`))
  }
  return details('Why, and who says so', 'tl-finding__why', element('p', 'govuk-body', message), list)
}

const answer = (finding: Finding, fold: Shown['fold']): Node => {
  const link = element('a', 'govuk-link', 'This is right as it stands', hidden(`: ${finding.phrase}`))
  link.append(' (opens in a new tab)')
  link.href = `/wording-answers/new?rule=${encodeURIComponent(finding.ruleId)}`
  link.target = '_blank'
  link.rel = 'noopener noreferrer'
  // After the browser has followed the link: folding takes it away.
  link.addEventListener('click', () => setTimeout(() => fold(finding)))
  return element('p', 'tl-finding__answer', link)
}

/** One finding. `current` gives it as it stands now: its place moves while somebody types before it. */
const item = (current: () => Finding, shown: Shown): HTMLLIElement => {
  const finding = current()
  const made = element('li', 'tl-finding')
  const what = element('p', 'tl-finding__what')
  if (finding.phrase !== '') {
    const phrase = element('q', `tl-mark tl-mark--${finding.category}`, finding.phrase)
    const button = element('button', 'tl-finding__phrase', hidden('Select in the text: '), phrase)
    button.type = 'button'
    button.addEventListener('click', () => shown.select(current()))
    what.append(button, ' ')
  }
  what.append(element('strong', 'tl-finding__name', categoryNames[finding.category]))
  if (finding.certainty === 'learned')
    what.append(element('span', 'tl-finding__unsure', 'Less certain: it may well be right'))
  made.append(what)
  // What is said about a rule comes after the rules themselves.
  if (finding.reframe !== '')
    made.append(element('p', 'govuk-body tl-finding__question', question(finding.reframe, shown.roles)))
  if (finding.message !== '') made.append(why(finding, shown.sources))
  if (shown.isAnswerable && finding.phrase !== '') made.append(answer(finding, shown.fold))
  return made
}

type Kept = { readonly holder: { finding: Finding }; readonly li: HTMLLIElement }

const newEntry = (finding: Finding, shown: Shown): Kept => {
  const holder = { finding }
  return { holder, li: item(() => holder.finding, shown) }
}

/** A list that changes only where findings do: what somebody opened or stands on stays. */
export const makeList = (list: HTMLElement): ((findings: readonly Finding[], shown: Shown) => void) => {
  let kept = new Map<string, Kept>()
  return (findings, shown) => {
    const next = new Map<string, Kept>()
    for (const finding of findings) {
      const same = `${finding.ruleId}\n${finding.phrase}\n${question(finding.reframe, shown.roles)}\n${finding.message}`
      let key = same
      for (let copy = 1; next.has(key); copy += 1) key = `${same}\n${copy}`
      const entry = kept.get(key) ?? newEntry(finding, shown)
      entry.holder.finding = finding
      next.set(key, entry)
    }
    for (const [key, { li }] of kept) if (!next.has(key)) li.remove()
    let at = list.firstElementChild
    for (const { li } of next.values()) {
      if (li === at) at = at.nextElementSibling
      else list.insertBefore(li, at)
    }
    kept = next
  }
}

/** What was let pass, and why. */
export const passedList = (passed: readonly Finding[]): Node[] =>
  passed.map(({ phrase, category, suppressed }) =>
    element(
      'li',
      '',
      element('q', '', phrase),
      `, ${categoryNames[category].toLowerCase()}: ${suppressed?.reason ?? ''}`,
    ),
  )
