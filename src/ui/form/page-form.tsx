import type { ComponentChildren } from 'preact'
import { Button, type Props } from '../govuk/index.ts'

/**
 * `csrf` proves that the form came from our page; `once` makes a second sending of the same form harmless;
 * `version` is the version of the record that the person saw, so that two people do not overwrite each other;
 * `seen` says what the form was asked about when it was last sent.
 */
export type Secrets = Props<{ csrf: string; once?: string; version?: string | number; seen?: string }>

/** The hidden fields of a form: `_csrf`, `_once`, `_version`, `_seen`. */
export const FormSecrets = ({ csrf, once, version, seen }: Secrets) => (
  <>
    <input type="hidden" name="_csrf" value={csrf} />
    {once !== undefined && <input type="hidden" name="_once" value={once} />}
    {version !== undefined && <input type="hidden" name="_version" value={version} />}
    {seen !== undefined && <input type="hidden" name="_seen" value={seen} />}
  </>
)

/**
 * Where a draft is kept. `client/autosave.ts` sends `PUT url` with `{ values }` as JSON (names that begin with `_` left out),
 * `If-Match: "version"` and `X-CSRF-Token`. The answer carries the new version as `ETag: "4"`; 412 means that another
 * window saved first, and then the page keeps its text and says so.
 */
export type Draft = { readonly url: string; readonly version: number; readonly keptAt: Date | null }

const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit' })

export type PageFormProps = Props<{
  secrets: Secrets
  action?: string
  draft?: Draft | null
  upload?: boolean
  id?: string
  children: ComponentChildren
}>

/**
 * A form of ours: posts to its own page unless `action` says otherwise, and leaves checking to the server.
 * What was typed is not offered again by the browser: people share computers, and *Exit this page* must leave nothing.
 * Fields that should be offered (a work e-mail, a passphrase) say so themselves with `autocomplete`.
 */
export const PageForm = ({ secrets, action, draft, upload, id, children }: PageFormProps) => (
  <form
    id={id}
    method="post"
    action={action}
    noValidate
    autocomplete="off"
    encType={upload ? 'multipart/form-data' : undefined}
    data-draft={draft?.url}
    data-draft-version={draft?.version}
  >
    <FormSecrets {...secrets} />
    {children}
    {draft && (
      <p class="tl-saved" role="status" data-draft-status>
        {draft.keptAt && `Saved ${clock.format(draft.keptAt)}`}
      </p>
    )}
  </form>
)

/** For a form with a draft: the button that keeps it without JavaScript, beside the form's own. */
export const SaveDraftButton = ({ children }: { children?: ComponentChildren }) => (
  <Button name="_save" value="draft" classes="govuk-button--secondary">
    {children ?? 'Save and finish later'}
  </Button>
)
