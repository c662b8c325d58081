import {
  type DraftAssessment,
  type DraftChild,
  type DraftEpisode,
  type DraftPlan,
  newAssessment,
  newChild,
  newEpisode,
  newPlan,
} from './draft.ts'
import type { Element } from './names.ts'
import type { Saying } from './saying.ts'

/** Where in the file the reading is: what is open. */
export type Place = {
  /** Child elements so far. */
  children: number
  /** Which of them is open, from 1; null: none. */
  record: number | null
  child: DraftChild | null
  episode: DraftEpisode | null
  assessment: DraftAssessment | null
  plan: DraftPlan | null
}

const misplaced = (saying: Saying, line: number, field: string, outer: string): void =>
  saying.fault(
    line,
    field,
    'structure',
    `This does not stand directly in a ${outer}. It was not counted, or not in full. Correct the file and add it again.`,
  )

/** An element begins. What stands where it cannot belong to anything is said, and skipped. */
export const opened = (element: Element, line: number, place: Place, saying: Saying): void => {
  if (element === 'child') openChild(line, place, saying)
  else if (element === 'cindetails') openEpisode(line, place, saying)
  else if (element === 'section47' && place.episode !== null) place.episode.hasEnquiry = true
  else if (element === 'assessments') openAssessment(line, place, saying)
  else if (element === 'childprotectionplans') openPlan(line, place, saying)
}

const openAssessment = (line: number, place: Place, saying: Saying): void => {
  if (place.episode === null || place.assessment !== null) misplaced(saying, line, 'Assessments', 'CINdetails')
  else {
    place.assessment = newAssessment(line)
    place.episode.assessments.push(place.assessment)
  }
}

const openPlan = (line: number, place: Place, saying: Saying): void => {
  if (place.episode === null || place.plan !== null) misplaced(saying, line, 'ChildProtectionPlans', 'CINdetails')
  else {
    place.plan = newPlan(line)
    place.episode.plans.push(place.plan)
  }
}

/** Nothing is open yet. */
export const startPlace = (): Place => ({
  children: 0,
  record: null,
  child: null,
  episode: null,
  assessment: null,
  plan: null,
})

const openChild = (line: number, place: Place, saying: Saying): void => {
  place.children += 1
  if (place.child === null) {
    place.child = newChild(line)
    place.record = place.children
  } else misplaced(saying, line, 'Child', 'Children')
}

const openEpisode = (line: number, place: Place, saying: Saying): void => {
  if (place.child === null || place.episode !== null) misplaced(saying, line, 'CINdetails', 'Child')
  else {
    place.episode = newEpisode(line)
    place.child.episodes.push(place.episode)
  }
}
