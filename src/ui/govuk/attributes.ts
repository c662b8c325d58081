/**
 * What every component here shares: class names, ids and free attributes.
 * This folder imports nothing of ours, so that it can become a package.
 */
import type { ComponentChildren } from 'preact'

/** Extra attributes of an element: `true` prints the bare name, `false` and `undefined` print nothing. */
export type Attributes = Record<string, string | number | boolean | undefined>

/** Lets every optional property also be given as `undefined`, so that callers need no conditional spreads. */
export type Props<T> = { [K in keyof T]: T[K] | (Record<never, never> extends Pick<T, K> ? undefined : never) }

/** A piece of content with classes and attributes of its own. */
export type Part = Props<{ children: ComponentChildren; classes?: string; attributes?: Attributes }>

/** An entry of a list that may be left out with `condition && {...}`. */
export type Entry<T> = T | false | null | undefined

type Name = string | false | null | undefined

/** Joins class names or ids; leaves out what is empty. */
export const join = (...names: Name[]): string => names.filter(Boolean).join(' ')

/** The same for `aria-describedby`, which must be absent when there is nothing to point at. */
export const ids = (...names: Name[]): string | undefined => join(...names) || undefined

/** Takes the short form (plain text) or the long form (a Part) and returns the long one. */
export const part = <T extends { children: ComponentChildren }>(given: string | T): T | { children: string } =>
  typeof given === 'string' ? { children: given } : given

/** True where there is nothing to print. */
export const empty = (children: ComponentChildren): boolean =>
  children === undefined || children === null || children === false || children === ''

type Messages = string | Record<string, string> | undefined

/** govuk-frontend's `data-i18n.*` attributes: one text, or one for each plural form. */
export const i18n = (texts: Record<string, Messages>): Attributes =>
  Object.fromEntries(
    Object.entries(texts).flatMap(([key, given]): [string, string][] => {
      if (given === undefined) return []
      if (typeof given === 'string') return [[`data-i18n.${key}`, given]]
      return Object.entries(given).map(([plural, text]): [string, string] => [`data-i18n.${key}.${plural}`, text])
    }),
  )
