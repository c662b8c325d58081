import type { ComponentChildren, JSX } from 'preact'
import type { Flash } from './flash.ts'

/** What a whole page is made of. The house's look (src/ui) implements it; the platform knows no markup. */
export type LayoutProps = {
  readonly title: string
  readonly nonce: string
  readonly assets: Assets
  readonly person?: {
    readonly name: string
    readonly organisation: string
    readonly role: string
    readonly otherRoles: number
  }
  readonly areas: readonly Area[]
  /** Public pages: *Exit this page*. Staff pages offer *Sign out and hide* instead. */
  readonly exit: boolean
  readonly csrf: string
  readonly flash?: Flash
  /** Puts "Error: " before the title. */
  readonly errors: boolean
  readonly wide?: boolean
  readonly children: ComponentChildren
}

export type Area = { readonly text: string; readonly href: string; readonly current: boolean }

/** Paths of the built style sheet and scripts, from the manifest of the build. */
export type Assets = {
  readonly css: string
  readonly js: string
  readonly exitJs?: string
  /** The check of the wording, which a page with a long field asks for by itself once it can be used; then more of what it knows, in order. */
  readonly wording?: { readonly js: string; readonly later: readonly string[] }
}

export type Look = {
  layout(props: LayoutProps): JSX.Element
  readonly pages: {
    notFound(): JSX.Element
    /** Something failed here; `reference` finds it in the log. */
    somethingWrong(props: { reference: string }): JSX.Element
    tooMany(): JSX.Element
    /** The page was open too long, or its token was not ours: nothing was saved, and what was typed is offered again. */
    expired(): JSX.Element
    tooLarge(): JSX.Element
  }
}
