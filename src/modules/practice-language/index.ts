/** The practice-language checker: what people decide about its rules, and the checker as their borough has it. */
import type { Module } from '#platform/module.ts'
import { newAnswerPage } from './answers/new/page.ts'
import { offeredAnswersPage } from './answers/offered/page.ts'
import { outcomePage } from './answers/outcome/page.ts'
import { ownAnswersPage } from './answers/own/page.ts'
import { takeBackPage } from './answers/take-back/page.ts'
import { checkPage } from './check-page/page.ts'
import { overlaysRoute } from './field/overlays/page.ts'
import { guidancePage } from './guidance/page.ts'
import { addWordsPage } from './settings/add-words/page.ts'
import { changeLevelPage } from './settings/change-level/page.ts'
import { endChangePage } from './settings/end-change/page.ts'
import { guidanceLinkPage } from './settings/guidance-link/page.ts'
import { addRulePage } from './settings/own-rule/add-page.ts'
import { changeOwnRulePage } from './settings/own-rule/change-page.ts'
import { rulePage } from './settings/rule/page.ts'
import { rulesPage } from './settings/rules/page.ts'
import { switchOffPage } from './settings/switch-off/page.ts'

export { Unreadable } from './check-command/document.ts'
export { directoryOf } from './check-command/reading/docx/directory.ts'
export { readDocx } from './check-command/reading/docx/read-docx.ts'
export { relationsOf } from './check-command/reading/docx/relations.ts'
export { openParts } from './check-command/reading/docx/unpack.ts'
export { readXml } from './check-command/reading/docx/xml.ts'
export { textCheck } from './field/text-check.ts'
export { checkerOf } from './settings/checker.ts'

const settingsRoutes = [
  rulesPage,
  addRulePage,
  rulePage,
  changeOwnRulePage,
  switchOffPage,
  changeLevelPage,
  addWordsPage,
  guidanceLinkPage,
  endChangePage,
]

const answerRoutes = [offeredAnswersPage, newAnswerPage, outcomePage, ownAnswersPage, takeBackPage]

export const practiceLanguageModule: Module = {
  name: 'practice-language',
  routes: [...settingsRoutes, ...answerRoutes, overlaysRoute, checkPage, guidancePage],
  acts: {
    'wording.rule-switched-off': 'Switched a wording rule off',
    'wording.level-changed': 'Changed how a wording rule prompts',
    'wording.words-added': 'Added words to a wording rule',
    'wording.rule-added': 'Added a wording rule',
    'wording.rule-changed': 'Changed a wording rule of the borough’s own',
    'wording.guidance-named': 'Named the borough’s guidance',
    'wording.change-ended': 'Ended a change to the wording rules',
    'wording.outcome-recorded': 'Recorded what came of an answer to a prompt',
  },
}
