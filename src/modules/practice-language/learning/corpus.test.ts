import { describe, expect, test } from 'vitest'
import { readDocuments } from './corpus.ts'

describe('labelled documents', () => {
  test('a mark is taken out of the text and its place is kept', () => {
    const [one, two] = readDocuments(
      'a',
      '## note\nMum [[RS|to ring]] if he [[IN|comes again]].\n\n## letter\nHe hit her.\n',
    )
    expect(one?.text).toBe('Mum to ring if he comes again.')
    expect(one?.labels.map(({ category, start, end }) => [category, one.text.slice(start, end)])).toEqual([
      ['responsibility_on_survivor', 'to ring'],
      ['incident_framing', 'comes again'],
    ])
    expect(two).toEqual({ id: 'a#2', kind: 'letter', text: 'He hit her.', labels: [] })
  })

  test.each([
    ['[[XX|words]]', 'XX is no category'],
    ['[[RS|words', 'not closed'],
    ['[[RS|a [[MU|b]] c]]', 'not closed'],
  ])('%s is refused, with the document named', (text, why) => {
    expect(() => readDocuments('a', `## note\n${text}`)).toThrow(why)
    expect(() => readDocuments('a', `## note\n${text}`)).toThrow('a#1')
  })
})
