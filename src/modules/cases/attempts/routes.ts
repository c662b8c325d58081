import type { Route } from '#platform/web/route.ts'
import { changeAttemptPage } from './change/page.ts'
import { recordAttemptPage } from './record/page.ts'
import { safetyPlanPage } from './safety-plan/page.ts'

export const attemptsRoutes: readonly Route[] = [recordAttemptPage, changeAttemptPage, safetyPlanPage]

export const attemptsActs: Record<string, string> = {
  'family.attempt-form-read': 'Opened the form for an attempt to engage',
  'family.attempt-recorded': 'Recorded an attempt to engage',
  'family.attempt-read': 'Looked at an attempt to engage',
  'family.attempt-changed': 'Changed or withdrew an attempt to engage',
  'family.safety-plan-read': 'Looked at the plan for safe contact',
  'family.safety-plan-saved': 'Saved the plan for safe contact',
}
