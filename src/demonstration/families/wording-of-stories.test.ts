import { expect, test } from 'vitest'
import { makeChecker } from '#modules/practice-language/engine/index.ts'
import { shippedModel } from '#modules/practice-language/model-file.ts'
import { shippedRules } from '#modules/practice-language/shipped-rules.ts'
import { stories } from './stories.ts'
import type { Story } from './story.ts'

const checker = makeChecker({ rules: shippedRules, overlays: [], model: shippedModel() })

/** The words of a text of this story that a rule has a concern about. */
const concerns = (told: unknown): string[] => {
  const found: string[] = []
  JSON.stringify(told, (_, value: unknown) => {
    if (typeof value === 'string')
      found.push(
        ...checker
          .check(value)
          .filter(({ certainty, level, suppressed }) => certainty === 'rule' && level === 'concern' && !suppressed)
          .map(({ phrase }) => phrase),
      )
    return value
  })
  return found
}

// Poor on purpose, to teach from: notes of these, and what the teaching case asks.
const poor: readonly string[] = ['kowalczyk', 'baptiste', 'lopes']
const storyOf = (key: string): Story | undefined => stories.find((story) => story.key === key)

test('No rule has a concern about a story but where it is poor on purpose', () => {
  for (const story of stories.filter(({ key }) => !poor.includes(key))) expect(concerns(story), story.key).toEqual([])
})

test('In what is poor on purpose each kind of hiding is found', () => {
  expect(concerns(storyOf('kowalczyk')?.notes)).toEqual(
    expect.arrayContaining(['arguments between the parents', 'relationship is volatile', 'is not engaging']),
  )
  expect(concerns(storyOf('baptiste')?.notes)).toEqual(
    expect.arrayContaining(['Parents argue', 'Volatile relationship', 'needs to prioritise the children']),
  )
  expect(concerns(storyOf('lopes')?.notes)).toContain('No further incidents')
})
