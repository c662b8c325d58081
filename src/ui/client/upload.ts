/**
 * Says how far the sending of a large file has come. A form opts in with `data-upload` on an element that is told of politely; without this script the
 * browser's own sign of loading stands in.
 */
import { startComponents } from './govuk.ts'

const sending = 'Sending the file. Keep this page open.'
const reading = 'Reading the file. This can take up to half a minute. Keep this page open.'
const failed = 'The file could not be sent. Check your connection, then press the button again.'

type Shown = { readonly bar: HTMLProgressElement; readonly words: Element }

/** The bar stands beside its words: read out when it is come to, while only the words are told by themselves. */
const show = (words: Element): Shown => {
  const known = words.parentElement?.querySelector('progress')
  const bar = known ?? document.createElement('progress')
  bar.max = 100
  bar.value = 0
  bar.setAttribute('aria-label', 'How much of the file has been sent')
  bar.className = 'govuk-!-width-two-thirds'
  if (!known) words.after(bar)
  words.textContent = sending
  return { bar, words }
}

const stop = ({ bar, words }: Shown, said: string): void => {
  bar.remove()
  words.textContent = said
}

/** The answer in the place of this page, as if the browser had loaded it: the form with what is wrong, or the page that it leads to. */
const replace = (request: XMLHttpRequest): void => {
  const answer = new DOMParser().parseFromString(request.responseText, 'text/html')
  const [now, then] = [document.querySelector('main'), answer.querySelector('main')]
  const to = new URL(request.responseURL)
  // Signing in again is a page of another kind: it is loaded in full.
  if (now === null || then === null || to.pathname.startsWith('/sign-in')) {
    location.assign(to)
    return
  }
  if (to.href !== location.href) history.pushState(null, '', to)
  document.title = answer.title
  now.replaceWith(document.adoptNode(then))
  startComponents(then)
  startUploads(then)
  window.scrollTo(0, 0)
  // A list of errors takes the focus by itself; another page is begun at its heading.
  if (then.querySelector('[data-module=govuk-error-summary]') !== null) return
  const heading = then.querySelector<HTMLElement>('h1')
  heading?.setAttribute('tabindex', '-1')
  heading?.focus()
}

const send = (form: HTMLFormElement, shown: Shown, done: () => void): void => {
  const request = new XMLHttpRequest()
  const giveUp = (): void => {
    stop(shown, failed)
    done()
  }
  request.upload.addEventListener('progress', ({ loaded, total }) => {
    shown.bar.value = total > 0 ? Math.floor((loaded * 100) / total) : 0
  })
  request.upload.addEventListener('load', () => {
    // How long the reading takes is not known: a bar without a value says so.
    shown.bar.removeAttribute('value')
    shown.bar.setAttribute('aria-label', 'The file is being read')
    shown.words.textContent = reading
  })
  request.addEventListener('load', () => {
    done()
    replace(request)
  })
  for (const event of ['error', 'abort', 'timeout']) request.addEventListener(event, giveUp)
  request.open('POST', form.action)
  request.send(new FormData(form))
}

const start = (form: HTMLFormElement, words: Element): void => {
  let isSending = false
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    if (isSending) return
    isSending = true
    send(form, show(words), () => {
      isSending = false
    })
  })
}

/** Starts every form of the page that says how far its file has come. */
export const startUploads = (page: ParentNode): void => {
  for (const words of page.querySelectorAll('[data-upload]')) {
    const form = words.closest('form')
    if (form !== null) start(form, words)
  }
}

/** Going back to a page that was replaced loads it: what stood there is not kept. */
export const reloadOnBack = (): void => {
  window.addEventListener('popstate', () => location.reload())
}
