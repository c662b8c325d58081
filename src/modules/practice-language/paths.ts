import { path } from '#platform/web/path.ts'

export const paths = {
  rules: path('/wording-rules'),
  addRule: path('/wording-rules/add'),
  guidanceLink: path('/wording-rules/guidance/:category'),
  rule: path('/wording-rules/:rule'),
  changeOwnRule: path('/wording-rules/:rule/change'),
  switchOff: path('/wording-rules/:rule/switch-off'),
  changeLevel: path('/wording-rules/:rule/level'),
  addWords: path('/wording-rules/:rule/words'),
  endChange: path('/wording-rules/:rule/changes/:id/end'),
  offeredAnswers: path('/wording-answers'),
  newAnswer: path('/wording-answers/new'),
  ownAnswers: path('/wording-answers/mine'),
  takeBack: path('/wording-answers/mine/:id/take-back'),
  outcome: path('/wording-answers/:id'),
  overlays: path('/api/v1/wording-rules'),
  checkPage: path('/check-your-wording'),
  guidance: path('/check-your-wording/:category'),
} as const
