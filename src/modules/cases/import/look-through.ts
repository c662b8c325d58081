import { setImmediate } from 'node:timers/promises'
import { type TextFinding, toLookAt } from '#platform/text-check.ts'
import { placesIn } from '../notes/places.ts'
import type { FileNote } from './imported-note.ts'
import type { WaitingNotes } from './waiting-notes.ts'

/** Characters in which the wording is looked at: a second's work. */
const mostChecked = 1_000_000

type Looks = {
  readonly guard: Parameters<typeof placesIn>[1]
  readonly find: ((text: string) => readonly TextFinding[]) | null
}

/** What notes hold that whoever brings them in should know. Others are served between one note and the next. */
export const lookThrough = async (
  notes: readonly FileNote[],
  { guard, find }: Looks,
): Promise<Pick<WaitingNotes, 'places' | 'wording'>> => {
  const places: number[] = []
  let [phrases, checked, characters] = [0, 0, 0]
  for (const { line, text } of notes) {
    if (placesIn(text, guard).length > 0) places.push(line)
    characters += text.length
    if (find !== null && characters <= mostChecked) {
      phrases += toLookAt(find(text)).length
      checked += 1
    }
    await setImmediate()
  }
  return { places, wording: find === null ? null : { phrases, notes: checked } }
}
