import type { Route } from '#platform/web/route.ts'
import { addPersonPage } from './add/page.ts'
import { changePersonPage } from './change/page.ts'
import { peoplePage } from './list/page.ts'
import { relationsPage } from './relations/page.ts'
import { samePersonPage } from './same/page.ts'

export const peopleRoutes: readonly Route[] = [
  peoplePage,
  addPersonPage,
  samePersonPage,
  changePersonPage,
  relationsPage,
]

export const peopleActs: Record<string, string> = {
  'family.people-read': 'Looked at the people of the family',
  'family.entering-person': 'Opened the form to add somebody',
  'family.person-entered': 'Entered somebody of the family',
  'family.matching-person': 'Was asked whether somebody is known from another record',
  'family.person-matched': 'Said whether somebody is known from another record',
  'family.person-read': 'Looked at what is recorded of somebody',
  'family.person-changed': 'Changed what is recorded of somebody',
  'family.relations-read': 'Looked at what people are to one another',
  'family.relation-changed': 'Changed what people are to one another',
}
