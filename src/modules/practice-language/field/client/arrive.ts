import type { Model, RuleData } from '../../engine/index.ts'

/** What comes after the page works already: all that is said about the rules, and what was learned from labelled text. */
export type Arrival = { readonly rules?: RuleData; readonly model?: Model }

const event = 'wording-knows-more'

/** Said by a file of data as soon as it is there. */
export const arrive = (arrival: Arrival): void => {
  document.dispatchEvent(new CustomEvent(event, { detail: arrival }))
}

export const onArrival = (take: (arrival: Arrival) => void): void => {
  document.addEventListener(event, (given) => {
    if (given instanceof CustomEvent) take(given.detail as Arrival) // only `arrive` sends it
  })
}

/**
 * Loads a script of ours by an element of its own, with the page's nonce. Data comes as scripts too and not by requests, so that a page may
 * forbid its scripts to send anything.
 */
export const loadScript = (src: string): Promise<void> =>
  new Promise((done) => {
    const script = document.createElement('script')
    script.type = 'module'
    script.nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? ''
    script.src = src
    // Without it the check knows less, and works.
    script.onload = script.onerror = () => done()
    document.head.append(script)
  })
