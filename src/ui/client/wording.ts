/** Asks for the check of the wording once the page can be used, and only where there is a long field. It then asks for more by itself. */
export const startWording = (page: Document): void => {
  const own = page.querySelector<HTMLScriptElement>('script[data-wording]')
  const src = own?.dataset['wording']?.split(' ')[0]
  if (own === null || src === undefined || page.querySelector('[data-wording-of]') === null) return
  const load = (): void => {
    const script = page.createElement('script')
    script.type = 'module'
    script.nonce = own.nonce
    script.src = src
    page.head.append(script)
  }
  // Safari has no idle callbacks.
  if ('requestIdleCallback' in window) window.requestIdleCallback(load, { timeout: 1_000 })
  else setTimeout(load, 100)
}
