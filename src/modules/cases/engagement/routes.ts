import type { Route } from '#platform/web/route.ts'
import { answersOverTimePage } from './answers-over-time/page.ts'
import { completeFormPage } from './complete/page.ts'
import { correctFormPage } from './correct/page.ts'
import { addQuestionPage } from './definitions/add-question/page.ts'
import { checkTakeUpPage } from './definitions/check/page.ts'
import { formDefinitionFile } from './definitions/json.ts'
import { formDefinitionsPage } from './definitions/list/page.ts'
import { takeUpFormPage } from './definitions/take-up/page.ts'
import { giveUpFormPage } from './give-up/page.ts'
import { addGuidancePage } from './guidance/add/page.ts'
import { changeGuidancePage } from './guidance/change/page.ts'
import { guidanceLinksPage } from './guidance/list/page.ts'
import { engagementFormPage } from './one-form/page.ts'
import { engagementPage } from './overview/page.ts'
import { formSectionPage } from './section/page.ts'
import { startFormPage } from './start/page.ts'

/** The Perpetrator Engagement Form, its versions, and the guidance beside its questions. */
export const engagementRoutes: readonly Route[] = [
  engagementPage,
  startFormPage,
  engagementFormPage,
  formSectionPage,
  completeFormPage,
  giveUpFormPage,
  correctFormPage,
  answersOverTimePage,
  formDefinitionsPage,
  addQuestionPage,
  takeUpFormPage,
  checkTakeUpPage,
  formDefinitionFile,
  guidanceLinksPage,
  addGuidancePage,
  changeGuidancePage,
]

/** What the access record says, in the words of whoever reads it. */
export const engagementActs: Readonly<Record<string, string>> = {
  'family.engagement-read': 'Looked at the engagement section',
  'family.engagement-form-begun': 'Began an engagement form',
  'family.engagement-form-read': 'Looked at an engagement form',
  'family.engagement-section-opened': 'Opened a page of an engagement form',
  'family.engagement-section-saved': 'Saved a page of an engagement form',
  'family.engagement-form-completed': 'Completed an engagement form',
  'family.engagement-form-given-up': 'Gave up an engagement form',
  'family.engagement-form-corrected': 'Began the correction of an engagement form',
  'family.engagement-answers-read': 'Looked at the answers over time',
  'engagement-form.question-added': 'Added a question to the engagement form',
  'engagement-form.taken-up': 'Took up another borough’s engagement form',
  'guidance-link.added': 'Added a link to guidance',
  'guidance-link.changed': 'Changed a link to guidance or took it away',
}
