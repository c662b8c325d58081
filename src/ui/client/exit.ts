/**
 * Exit this page. GOV.UK's own script leaves the page in the tab's history, and Back brings it back with what was typed.
 * This one empties the page first and then takes its place in the history, so that Back passes over it.
 * It is a script of its own and comes before all others. Without it the button is a plain link to the same place.
 * It cannot help against somebody who reads the whole browser history, or against a device that is being watched.
 */
const within = 5_000

const blank = (page: Document): void => {
  for (const form of page.querySelectorAll('form')) {
    form.setAttribute('autocomplete', 'off')
    form.reset()
  }
  page.title = 'New tab'
  page.body.replaceChildren()
  page.body.className = 'tl-blank'
  page.documentElement.style.background = '#fff'
}

const leave = (page: Document, href: string): void => {
  blank(page)
  window.location.replace(href)
}

/** Announces how many presses are left; made on first need. */
const announcer = (page: Document): HTMLElement => {
  const made = page.createElement('span')
  made.setAttribute('role', 'status')
  made.className = 'govuk-visually-hidden'
  page.body.append(made)
  return made
}

const watchShift = (page: Document, href: string): void => {
  let presses = 0
  let alone = false
  let timer: number | undefined
  let status: HTMLElement | undefined
  const forget = (): void => {
    presses = 0
    if (status) status.textContent = ''
  }
  const press = (): void => {
    presses += 1
    if (presses >= 3) {
      leave(page, href)
      return
    }
    window.clearTimeout(timer)
    timer = window.setTimeout(forget, within)
    status ??= announcer(page)
    status.textContent = presses === 1 ? 'Shift, press 2 more times to exit.' : 'Shift, press 1 more time to exit.'
  }
  // Shift held to type a capital is not a press: only Shift down and up with nothing between counts.
  page.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Shift') {
        alone = false
        window.clearTimeout(timer)
        forget()
      } else if (!event.repeat) alone = true
    },
    true,
  )
  page.addEventListener(
    'keyup',
    (event) => {
      if (event.key === 'Shift' && alone) press()
    },
    true,
  )
}

const start = (page: Document): void => {
  const links = page.querySelectorAll<HTMLAnchorElement>(
    '.govuk-js-exit-this-page-button, .govuk-js-exit-this-page-skiplink',
  )
  const href = links[0]?.href
  if (href === undefined) return
  for (const link of links) {
    link.addEventListener('click', (event) => {
      event.preventDefault()
      leave(page, href)
    })
  }
  watchShift(page, href)
}

// Kept in the browser's memory for Back, an emptied page must not be shown again half alive.
window.addEventListener('pageshow', (event) => {
  if (event.persisted && document.body.className === 'tl-blank') window.location.replace('/leave')
})

if (document.readyState === 'loading')
  document.addEventListener('DOMContentLoaded', () => start(document), { once: true })
else start(document)
