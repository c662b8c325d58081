import type { Route } from '#platform/web/route.ts'
import { addActionPage } from './add/page.ts'
import { changeActionPage } from './change/page.ts'
import { planPage } from './overview/page.ts'
import { reviewActionPage } from './review/page.ts'

export const planRoutes: readonly Route[] = [planPage, addActionPage, changeActionPage, reviewActionPage]

export const planActs: Record<string, string> = {
  'family.plan-read': 'Looked at the plan',
  'family.plan-form-read': 'Opened the form for the plan',
  'family.plan-action-added': 'Added an action to the plan',
  'family.plan-action-read': 'Looked at an action of the plan',
  'family.plan-action-changed': 'Changed an action of the plan',
  'family.plan-action-reviewed': 'Reviewed an action of the plan',
}
