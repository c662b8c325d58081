import type { Finding } from '../../engine/index.ts'
import { moved } from '../moved.ts'
import { element } from './dom.ts'

/** What decides where each letter of a textarea stands. */
const copied = [
  'fontFamily',
  'fontSize',
  'fontWeight',
  'fontStyle',
  'fontStretch',
  'fontVariantLigatures',
  'fontFeatureSettings',
  'letterSpacing',
  'wordSpacing',
  'lineHeight',
  'textIndent',
  'textTransform',
  'textAlign',
  'tabSize',
  'direction',
  'paddingTop',
  'paddingRight',
  'paddingBottom',
  'paddingLeft',
] as const

export type Layer = {
  show(text: string, findings: readonly Finding[]): void
  /** How far down in the text a place stands, in pixels; null where that is not known. */
  topOf(start: number): number | null
}

/** The text in pieces, marked and unmarked, in order. Where findings overlap the first one marks. */
const fill = (paper: HTMLElement, text: string, findings: readonly Finding[]): void => {
  const parts: Node[] = []
  let at = 0
  for (const { start, end, category } of findings) {
    const from = Math.max(start, at)
    if (from >= end) continue
    const mark = element('mark', `tl-mark tl-mark--${category}`, text.slice(from, end))
    mark.dataset['at'] = String(start)
    parts.push(document.createTextNode(text.slice(at, from)), mark)
    at = end
  }
  // A line break at the very end opens a line that only a textarea shows.
  parts.push(document.createTextNode(`${text.slice(at)}\u200b`))
  paper.replaceChildren(...parts)
}

/**
 * Marks in a textarea, which can hold none: a layer behind it prints the same text, invisible but for its marks. It lies exactly where the
 * textarea's own text lies, or it is not shown: a mark under other words would be worse than none. Screen readers do not meet it.
 */
export const makeLayer = (textarea: HTMLTextAreaElement): Layer => {
  const paper = element('div', 'tl-layer__paper')
  const layer = element('div', 'tl-layer', paper)
  layer.setAttribute('aria-hidden', 'true')
  textarea.parentElement?.classList.add('tl-layered')
  textarea.before(layer)
  const place = (): void => {
    const style = getComputedStyle(textarea)
    for (const name of copied) paper.style[name] = style[name]
    layer.style.left = `${textarea.offsetLeft + textarea.clientLeft}px`
    layer.style.top = `${textarea.offsetTop + textarea.clientTop}px`
    layer.style.width = `${textarea.clientWidth}px`
    layer.style.height = `${textarea.clientHeight}px`
    paper.style.transform = `translateY(${-textarea.scrollTop}px)`
    const own = Math.max(paper.offsetHeight, textarea.clientHeight)
    // Firefox leaves the last padding out of what it scrolls.
    const slack = Number.parseFloat(style.paddingBottom) + 1
    layer.hidden = Math.abs(own - textarea.scrollHeight) > slack
  }
  textarea.addEventListener('scroll', () => {
    paper.style.transform = `translateY(${-textarea.scrollTop}px)`
  })
  new ResizeObserver(place).observe(textarea)
  let shown: { text: string; findings: readonly Finding[] } = { text: '', findings: [] }
  const show = (text: string, findings: readonly Finding[]): void => {
    shown = { text, findings }
    fill(paper, text, findings)
    place()
  }
  // The check comes a moment after the last key. Until then marks go with their words.
  textarea.addEventListener('input', () => show(textarea.value, moved(shown.findings, shown.text, textarea.value)))
  return {
    show,
    topOf: (start) => {
      const mark = layer.hidden ? null : paper.querySelector<HTMLElement>(`[data-at="${start}"]`)
      return mark === null ? null : mark.offsetTop
    },
  }
}
