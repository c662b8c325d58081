import type { Route } from '#platform/web/route.ts'
import { addReferralPage } from './add/page.ts'
import { answerReferralPage } from './answer/page.ts'

export const referralsRoutes: readonly Route[] = [addReferralPage, answerReferralPage]

export const referralsActs: Record<string, string> = {
  'family.referral-form-read': 'Opened the form for a referral',
  'family.referral-added': 'Recorded a referral to a programme',
  'family.referral-read': 'Looked at a referral to a programme',
  'family.referral-answered': 'Recorded the answer to a referral',
}
