/** A form is sent once, however often its button is pressed. The server holds to the same by `_once`. */
const wait = 10_000

/** Stops a second sending while the first is on its way. After ten seconds, or on coming Back, it may be sent again. */
export const guardForms = (page: Document): void => {
  const sending = new WeakSet<HTMLFormElement>()
  page.addEventListener('submit', (event) => {
    const form = event.target
    // A GET form only asks again, which does no harm.
    if (!(form instanceof HTMLFormElement) || form.method === 'get') return
    if (sending.has(form)) {
      event.preventDefault()
      return
    }
    sending.add(form)
    form.setAttribute('aria-busy', 'true')
    const again = (): void => {
      sending.delete(form)
      form.removeAttribute('aria-busy')
    }
    window.setTimeout(again, wait)
    window.addEventListener('pageshow', again, { once: true })
  })
}
