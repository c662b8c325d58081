/** The check of the wording in the browser: on pages with a long field, after they can be used. What is typed stays in the page. */
import { startArea } from './area.ts'
import { followChecker } from './knowledge.ts'

const areas = [...document.querySelectorAll<HTMLElement>('[data-wording-of]')].flatMap((section) => {
  const textarea = document.getElementById(section.dataset['wordingOf'] ?? '')
  const area = textarea instanceof HTMLTextAreaElement ? startArea(section, textarea) : null
  return area === null ? [] : [area]
})

for (const button of document.querySelectorAll<HTMLElement>('[data-wording-example]')) {
  const [from = '', to = ''] = (button.dataset['wordingExample'] ?? '').split(' ')
  const textarea = document.getElementById(to)
  if (!(textarea instanceof HTMLTextAreaElement)) continue
  button.hidden = false
  button.addEventListener('click', () => {
    textarea.value = document.getElementById(from)?.dataset['text'] ?? ''
    textarea.dispatchEvent(new Event('input', { bubbles: true }))
    textarea.focus()
    textarea.setSelectionRange(0, 0)
    textarea.scrollTop = 0
  })
}

void followChecker((checker, isWhole) => {
  for (const use of areas) use(checker, isWhole)
})
