import { z } from 'zod'
import { lineOf } from '#platform/questions.ts'
import { isWebAddress } from '../overlay.ts'
import { reasonOf } from '../questions.ts'

export const guidanceLinkForm = z.strictObject({
  title: lineOf({ missing: 'Enter what the guidance is called', name: 'Name', max: 200 }),
  url: lineOf({ missing: 'Enter the address', name: 'Address', max: 500 }).refine(
    (text) => text === '' || isWebAddress(text),
    'Enter an address that begins with https://',
  ),
  reason: reasonOf('Enter the reason'),
})
