/**
 * Keeps what is typed on the server while it is typed. The person's own text is never replaced, whatever the server says.
 * A form opts in with `data-draft` (see form/page-form.tsx).
 */
import { fieldsOf } from './fields.ts'

/** How long to wait after the last key, and how long at most while keys go on: 5 s is what may be lost. */
const pause = 1_500
const atMost = 4_000

const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit' })

const conflict =
  'Another window has saved this form since you opened it. Your text is still here but is not being saved. ' +
  'Copy what you need, then load the page again.'
const ended =
  'You have been signed out, so this is no longer being saved. Your text is still here: copy it before you sign in again.'
const refused = 'This form is not being saved as you type. Your text is still here: send the form when you are ready.'
const failing = 'Not saved: the connection failed. We are trying again. Your text is still here.'

type State = {
  form: HTMLFormElement
  status: Element | null
  version: string
  /** What the server has, as JSON; what differs from it is not saved yet. */
  saved: string
  /** Requests on their way. */
  inFlight: number
  /** Two were on their way at once (the tab was hidden while one was): then 412 may be our own doing. */
  overlapped: boolean
  /** Nothing more is sent: saving would overwrite somebody, or there is nobody to save for. */
  stopped: boolean
  /** The form itself is on its way. */
  submitted: boolean
  firstChange: number | undefined
  timer: number | undefined
}

/** With the version of the record that the page shows: what is finished another day still answers that one. */
const bodyOf = (form: HTMLFormElement): string => {
  const version = form.querySelector<HTMLInputElement>('input[name=_version]')?.value
  return JSON.stringify({ values: { ...fieldsOf(form), ...(version !== undefined && { _version: version }) } })
}

const say = (state: State, text: string, problem = false): void => {
  if (state.status === null) return
  state.status.textContent = text
  state.status.classList.toggle('tl-saved--problem', problem)
}

const put = (state: State, body: string, keepalive: boolean): Promise<Response> => {
  const csrf = state.form.querySelector<HTMLInputElement>('input[name=_csrf]')?.value ?? ''
  return fetch(state.form.dataset['draft'] ?? '', {
    method: 'PUT',
    headers: { 'content-type': 'application/json', 'if-match': `"${state.version}"`, 'x-csrf-token': csrf },
    body,
    keepalive,
    credentials: 'same-origin',
    redirect: 'manual',
  })
}

const stop = (state: State, text: string): void => {
  state.stopped = true
  say(state, text, true)
}

const answered = (state: State, response: Response, body: string): void => {
  if (response.ok) {
    state.version = response.headers.get('etag')?.replace(/^W\//, '').replaceAll('"', '') ?? state.version
    state.saved = body
    say(state, `Saved ${clock.format(new Date())}`)
  } else if (response.status === 412 && state.overlapped) {
    state.overlapped = false
    schedule(state, pause)
  } else if (response.status === 412) stop(state, conflict)
  else if (response.type === 'opaqueredirect' || [401, 403, 404].includes(response.status)) stop(state, ended)
  else if (response.status >= 400 && response.status < 500 && response.status !== 429) stop(state, refused)
  else say(state, failing, true)
}

const save = async (state: State, leaving = false): Promise<void> => {
  window.clearTimeout(state.timer)
  state.firstChange = undefined
  const body = bodyOf(state.form)
  if (state.stopped || state.submitted || body === state.saved) return
  // One at a time: a second request would carry a version that the first is about to change. On the way out there is no later.
  if (state.inFlight > 0 && !leaving) return
  state.overlapped ||= state.inFlight > 0
  state.inFlight += 1
  try {
    answered(state, await put(state, body, leaving), body)
  } catch {
    say(state, failing, true)
  } finally {
    state.inFlight -= 1
    if (bodyOf(state.form) !== state.saved) schedule(state, pause)
  }
}

const schedule = (state: State, wait: number): void => {
  const now = Date.now()
  state.firstChange ??= now
  const left = Math.max(0, state.firstChange + atMost - now)
  window.clearTimeout(state.timer)
  state.timer = window.setTimeout(() => void save(state), Math.min(wait, left))
}

const start = (form: HTMLFormElement): void => {
  const state: State = {
    form,
    status: form.querySelector('[data-draft-status]'),
    version: form.dataset['draftVersion'] ?? '0',
    saved: bodyOf(form),
    inFlight: 0,
    overlapped: false,
    stopped: false,
    submitted: false,
    firstChange: undefined,
    timer: undefined,
  }
  form.addEventListener('input', () => schedule(state, pause))
  form.addEventListener('change', () => schedule(state, pause))
  form.addEventListener('submit', () => {
    state.submitted = true
    // Still here after a while: the sending failed, and the draft is wanted again.
    window.setTimeout(() => {
      state.submitted = false
    }, 15_000)
  })
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void save(state, true)
  })
  window.addEventListener('pagehide', () => void save(state, true))
}

/** Starts saving for every form of the page that keeps a draft. */
export const startAutosave = (page: Document): void => {
  for (const form of page.querySelectorAll<HTMLFormElement>('form[data-draft]')) start(form)
}
