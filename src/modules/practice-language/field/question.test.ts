import { expect, test } from 'vitest'
import { question } from './question.ts'

test('Names that were given take the place of the brackets, and a sentence still begins with a capital', () => {
  const roles = { perpetrator: ['dad', 'Mr Carr'], survivor: ['Ms Hale'] }
  expect(question("[Perpetrator] hit [survivor]; [perpetrator]'s family saw it.", roles)).toBe(
    "Dad hit Ms Hale; dad's family saw it.",
  )
})

test('Without names the brackets stay, and no other bracket is touched', () => {
  expect(question('Say what [perpetrator] did on [date].')).toBe('Say what [perpetrator] did on [date].')
  expect(question('[Survivor] on [date]', { survivor: ['$& mum'] })).toBe('$& mum on [date]')
})
