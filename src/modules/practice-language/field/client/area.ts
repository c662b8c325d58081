import type { Checker, Finding, Roles } from '../../engine/index.ts'
import { makeParagraphCheck } from '../by-paragraph.ts'
import { details, element } from './dom.ts'
import { type Layer, makeLayer } from './layer.ts'
import { makeList, passedList, type Shown } from './list.ts'

const pause = 250
/** A number that changes with each word would never let a screen reader finish. */
const beforeSaying = 1_000

const numbered = (count: number): string =>
  count === 0
    ? 'No phrases to look at again. That is not the same as good practice.'
    : `${count} phrase${count === 1 ? '' : 's'} to look at again.`

/** The names and words that were given for who is who, separated by commas. */
const rolesIn = (section: HTMLElement): Roles =>
  Object.fromEntries(
    [...section.querySelectorAll<HTMLInputElement>('[data-wording-role]')].flatMap((input) => {
      const words = input.value.split(',').map((word) => word.trim())
      const given = words.filter((word) => word !== '')
      return given.length === 0 ? [] : [[input.dataset['wordingRole'] ?? '', given]]
    }),
  )

type Parts = {
  /** What is seen, at once. */
  readonly count: HTMLElement
  /** What is heard, when it has settled. */
  readonly status: HTMLElement
  readonly list: HTMLElement
  readonly passed: HTMLDetailsElement
  readonly passedItems: HTMLElement
  readonly whole: HTMLElement | null
}

/** Puts what the script needs in the place of what the server printed. */
const partsOf = (section: HTMLElement): Parts | null => {
  const place = section.querySelector('[data-wording-findings]')
  const count = section.querySelector<HTMLElement>('[data-wording-count]')
  if (place === null || count === null) return null
  const list = element('ul', 'tl-findings')
  const passedItems = element('ul', 'govuk-list')
  const passed = details('', 'tl-findings__passed', passedItems)
  passed.hidden = true
  place.replaceChildren(list, passed)
  const status = element('p', 'govuk-visually-hidden')
  status.setAttribute('role', 'status')
  count.removeAttribute('role')
  count.setAttribute('aria-hidden', 'true')
  count.after(status)
  section.classList.add('tl-wording--live')
  return { count, status, list, passed, passedItems, whole: section.querySelector('[data-wording-whole]') }
}

type Folded = (finding: Finding) => Finding

/** One long field: its findings, its marks, and what its writer said is right. Everything stays in the memory of the page. */
export const startArea = (
  section: HTMLElement,
  textarea: HTMLTextAreaElement,
): ((checker: Checker, isWhole: boolean) => void) | null => {
  const parts = partsOf(section)
  if (parts === null) return null
  const layer = makeLayer(textarea)
  const show = makeList(parts.list)
  const showWhole = parts.whole && makeList(parts.whole)
  const right = new Set<string>()
  const fold: Folded = (finding) =>
    finding.suppressed === undefined && right.has(`${finding.ruleId}\n${finding.phrase}`)
      ? { ...finding, suppressed: { guard: 'answered', reason: 'you said that it is right as it stands' } }
      : finding
  let known: { checker: Checker; isWhole: boolean } | undefined
  let roles = rolesIn(section)
  let find: ((text: string) => readonly Finding[]) | undefined
  let timer: number | undefined
  let saying: number | undefined
  const say = (count: number): void => {
    const words = textarea.value.trim() === '' ? '' : numbered(count)
    parts.count.textContent = words
    window.clearTimeout(saying)
    saying = window.setTimeout(() => {
      if (parts.status.textContent !== words) parts.status.textContent = words
    }, beforeSaying)
  }
  const check = (): void => {
    if (known === undefined || find === undefined) return
    const text = textarea.value
    const all = find(text).map(fold)
    const open = all.filter(({ suppressed }) => suppressed === undefined)
    const shown: Shown = {
      sources: known.checker.sources,
      roles,
      isAnswerable: section.querySelector('[name=_wording]') !== null,
      select: (finding) => select(textarea, layer, finding),
      fold: (finding) => {
        right.add(`${finding.ruleId}\n${finding.phrase}`)
        check()
      },
    }
    show(open, shown)
    layer.show(text, open)
    say(open.length)
    showPassed(parts, all)
    if (showWhole && known.isWhole)
      showWhole(text.trim() === '' ? [] : known.checker.check(text, { roles, levels: [], documentChecks: true }), shown)
  }
  const renew = (): void => {
    roles = rolesIn(section)
    if (known) find = makeParagraphCheck(known.checker, { roles })
    check()
  }
  const soon = (what: () => void) => () => {
    window.clearTimeout(timer)
    timer = window.setTimeout(what, pause)
  }
  textarea.addEventListener('input', soon(check))
  for (const input of section.querySelectorAll('[data-wording-role]')) input.addEventListener('input', soon(renew))
  return (checker, isWhole) => {
    known = { checker, isWhole }
    renew()
  }
}

const showPassed = ({ passed, passedItems }: Parts, all: readonly Finding[]): void => {
  const some = all.filter(({ suppressed }) => suppressed !== undefined)
  passed.hidden = some.length === 0
  const summary = passed.querySelector('.govuk-details__summary-text')
  if (summary) summary.textContent = `Let pass: ${some.length}`
  passedItems.replaceChildren(...passedList(some))
}

/** Selects a phrase where it stands, and brings it into sight. */
const select = (textarea: HTMLTextAreaElement, layer: Layer, { start, end }: Finding): void => {
  textarea.focus()
  textarea.setSelectionRange(start, end)
  const top = layer.topOf(start)
  if (top !== null) textarea.scrollTop = Math.max(0, top - textarea.clientHeight / 3)
}
