import { adeyemi } from './adeyemi.ts'
import { baptiste } from './baptiste.ts'
import { doyle } from './doyle.ts'
import { hartley } from './hartley.ts'
import { kowalczyk } from './kowalczyk.ts'
import { lopes } from './lopes.ts'
import { mensah } from './mensah.ts'
import { nguyen } from './nguyen.ts'
import { opened } from './opened.ts'
import { sandhu } from './sandhu.ts'
import { siddiqui } from './siddiqui.ts'
import type { Story } from './story.ts'
import { thornton } from './thornton.ts'
import { whitlock } from './whitlock.ts'
import { yilmaz } from './yilmaz.ts'

/** The families of the demonstration. Somebody who is in two stands in the earlier one first. */
export const stories: readonly Story[] = [
  ...[adeyemi, kowalczyk, opened, mensah, baptiste, lopes, doyle, thornton, whitlock, siddiqui, nguyen, hartley],
  ...[yilmaz, sandhu],
]
