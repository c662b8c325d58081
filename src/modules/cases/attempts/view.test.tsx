import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { localDate } from '#platform/dates.ts'
import type { Family } from '../family.ts'
import type { Attempt } from './attempts.ts'
import { Attempts } from './view.tsx'

const member = (individualId: string, name: string) => ({
  individualId,
  name,
  part: 'perpetrator' as const,
  birthOn: null,
  expectedOn: null,
  gender: '',
  involvement: '',
  leftOn: null,
})
const family: Family = {
  ...{
    id: 'f',
    authorityId: 'a',
    reference: 'F-TEST2345',
    name: 'Khan',
    teamId: null,
    team: null,
    cmsId: '',
    cmsUrl: null,
  },
  ...{ legalStatus: '', communicationNeeds: '', openedOn: localDate('2026-01-05'), closedOn: null, closeReason: '' },
  ...{ engagedOn: null, engagementDue: localDate('2026-02-02'), goals: 0, efforts: 0, formSince: null },
  ...{ unansweredSince: null, version: 1, sealed: false, workers: [] },
  people: [member('a', 'Amir Khan'), member('b', 'Ben Kay')],
}
const attempt: Attempt = {
  ...{ id: 'e', perpetratorId: 'a', onDate: localDate('2026-03-02'), atTime: '14:30', how: 'telephone' },
  ...{ result: 'spoke', spokeAbout: ['behaviour', 'impact'], what: 'He <hung> up', next: 'Write', nextOn: null },
  ...{ madeBy: 'p', madeByName: 'Robin Lee', withdrawn: false, withdrawnWhy: '', version: 1 },
}
const shown = (attempts: readonly Attempt[], canWrite = true) =>
  render(<Attempts family={family} attempts={attempts} today={localDate('2026-03-09')} canWrite={canWrite} />)
const words = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

test('Attempts are shown in words for each perpetrator, and one by one, escaped', () => {
  const html = shown([attempt])
  expect(words(html)).toContain('Amir Khan. One attempt: a call; spoken to once.')
  expect(words(html)).toContain('Ben Kay. No attempt to engage is recorded.')
  expect(words(html)).toContain('Spoke about the abusive behaviour and its impact on the children.')
  expect(html).toContain('He &lt;hung> up')
  expect(html).toContain('href="/families/f/attempts/e"')
})

test('Without any, the page teaches to record the first; a reader sees no link to a form', () => {
  expect(shown([])).toContain('href="/families/f/attempts/add"')
  expect(words(shown([]))).toContain('No attempt to engage a perpetrator is recorded.')
  for (const html of [shown([], false), shown([attempt], false)]) expect(html).not.toContain('/attempts/')
})

test('What was withdrawn stands apart with its reason and counts no more', () => {
  const html = words(shown([{ ...attempt, withdrawn: true, withdrawnWhy: 'Another family' }]))
  expect(html).toContain('No attempt to engage a perpetrator is recorded.')
  expect(html).toContain('One attempt was withdrawn')
  expect(html).toContain('Another family')
})
