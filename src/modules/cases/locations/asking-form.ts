import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { type FormSpec, formPage } from '#platform/web/form-page.ts'
import type { Asked, Route } from '#platform/web/route.ts'
import { findLocations, type LocationKind, lineOfPlace } from './index.ts'

const words: Readonly<Record<LocationKind, string>> = {
  postcode: 'a postcode',
  telephone: 'a telephone number',
  email: 'an email address',
  'street address': 'an address',
  'school or refuge': 'the name of a school, a refuge or another place where somebody can be found',
}

/** The long fields of a form name themselves beside each (see platform/web/wording.ts). */
const longFieldsOf = ({ body }: Asked): [name: string, text: string][] =>
  [body['_wording']].flat().flatMap((name): [string, string][] => {
    const text = typeof name === 'string' && !name.startsWith('_') ? body[name] : undefined
    return typeof name === 'string' && typeof text === 'string' ? [[name, text]] : []
  })

const plain = (text: string): string => text.replaceAll('\r\n', '\n').trim()

type Question = { readonly errors: Record<string, string>; readonly seen: string }

/**
 * Asks once where a long text of a family's record holds what looks like a place where somebody can be found. Sent again as it is, it is kept:
 * the writer knows what the number is. What stood there before and was not changed is not asked about. Null: nothing to ask.
 */
export const askAboutPlaces = (asked: Asked, before: Readonly<Record<string, string | undefined>>): Question | null => {
  const errors: Record<string, string> = {}
  const places: string[] = []
  for (const [name, text] of longFieldsOf(asked)) {
    if (plain(text) === plain(before[name] ?? '')) continue
    const found = findLocations(text)
    const [first] = found
    if (first === undefined) continue
    places.push(name, ...found.map(({ start, end }) => text.slice(start, end)))
    errors[name] =
      `Line ${lineOfPlace(text, first.start)} looks like ${words[first.kind]}. Where somebody can be found belongs in the protected details. If it may stand here, send the form again as it is.`
  }
  if (places.length === 0) return null
  const seen = createHash('sha256').update(JSON.stringify(places)).digest('base64url')
  return asked.body['_seen'] === seen ? null : { errors, seen }
}

/** A form about a family: as `formPage`, and its long texts are asked about places before they are saved. */
export const askingForm = <const P extends string, F extends z.ZodType, Loaded>(spec: FormSpec<P, F, Loaded>): Route =>
  formPage<P, F, Loaded>({
    ...spec,
    async save(given) {
      const question = askAboutPlaces(given.asked, spec.initial?.(given.loaded) ?? {})
      // the names are those of this form's own fields, which sent them
      if (question !== null)
        return question as { errors: Partial<Record<keyof z.input<F> & string, string>>; seen: string }
      return spec.save(given)
    },
  })
