import { describe, expect, it } from 'vitest'
import { dateField, type FormState, field, ticked } from './state.ts'

const empty: FormState = { values: {}, errors: {} }

describe('a field of a form', () => {
  it('shows what was typed and what was wrong with it', () => {
    const form = { values: { notes: 'Called' }, errors: { notes: 'Enter more' } }
    expect(field(form)('notes')).toEqual({ name: 'notes', id: 'notes', value: 'Called', error: 'Enter more' })
  })

  it('is empty where nothing was typed', () => {
    expect(field(empty)('notes')).toEqual({ name: 'notes', id: 'notes', value: '', error: undefined })
  })
})

describe('the boxes of a date', () => {
  it('come from a stored date, without leading noughts', () => {
    const { boxes } = dateField({ values: { held: '2026-03-09' }, errors: {} }, 'held')
    expect(boxes.map(({ value }) => value)).toEqual(['9', '3', '2026'])
  })

  it('keep what was typed even where it is no date', () => {
    const { boxes } = dateField({ values: { 'held-day': '31', 'held-month': 'febr' }, errors: {} }, 'held')
    expect(boxes.map(({ value }) => value)).toEqual(['31', 'febr', ''])
  })

  it('mark only the box that the message is about', () => {
    const form = { values: {}, errors: { 'held-month': 'Date held must include a month' } }
    const { boxes, error } = dateField(form, 'held')
    expect(error).toBe('Date held must include a month')
    expect(boxes.map(({ wrong }) => wrong)).toEqual([false, true, false])
  })
})

it('boxes are ticked as they were sent, else as the form began', () => {
  const values = { themes: 'court' }
  expect(ticked({ values, lists: { themes: ['court', 'housing'] }, errors: {} }, 'themes')).toEqual([
    'court',
    'housing',
  ])
  expect(ticked({ values, errors: {} }, 'themes')).toEqual(['court'])
  expect(ticked({ values: { themes: 'court, family\nhousing' }, errors: {} }, 'themes')).toEqual([
    'court, family',
    'housing',
  ])
  expect(ticked(empty, 'themes')).toEqual([])
})
