import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { homeModule } from '#modules/home/index.ts'
import { localDate } from '#platform/dates.ts'
import { type TestApp, testApp } from '#test/app.ts'
import { madeFigures } from '../fixtures/made-figures.ts'
import { evaluationModule } from '../index.ts'
import { missingLines, unpublishedLines } from './lines.ts'

describe('what is missing', () => {
  const figures = madeFigures({ consultations: madeFigures().consultations.slice(0, 1) })

  it('names each borough that has not sent in its activity, and its change data once the term is over', () => {
    expect(missingLines(figures, localDate('2023-08-01'))).toEqual([
      { text: 'Activity for Year 2: none yet from Birch', href: '/report/2#table-4', due: true },
      { text: 'Change data for Year 2: none yet from Birch', href: '/report/2#table-6', due: true },
    ])
    expect(missingLines(figures, localDate('2023-07-31')).map(({ due }) => due)).toEqual([true, false])
  })

  it('a term that is not over is not called unpublished', () => {
    const { terms } = madeFigures()
    expect(unpublishedLines(terms, localDate('2023-07-31'), true).map(({ href }) => href)).toEqual([
      '/report/1/publish',
    ])
    expect(unpublishedLines(terms, localDate('2023-08-01'), false)).toEqual([
      { text: 'Year 1 and Year 2 are over, and their reports are not published', href: '/report', due: false },
    ])
  })
})

describe('Home', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp({ routes: homeModule(evaluationModule.home ?? []).routes })
  })
  afterAll(() => app?.close())

  it('tells the project manager and the evaluator what the report lacks, and nobody else', async () => {
    const project = await app.as('project').get('/')
    expect(project.body).toContain('href="/report/2/publish"')
    expect(project.body).toContain('Activity for Year 2: none yet from Alder and Birch')
    expect((await app.as('evaluator').get('/')).body).toContain('Year 2 is over, and its report is not published')
    for (const who of ['training', 'lead@Alder', 'admin@Birch'] as const)
      expect((await app.as(who).get('/')).body).not.toContain('The report')
  })
})
