import { parseHTML } from 'linkedom'
import type { JSX } from 'preact'
import { render } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { DateField, FormErrors, type FormState, PageForm, PassphraseField, TextField } from './index.ts'

const page = (content: JSX.Element) => parseHTML(`<!doctype html><html><body>${render(content)}</body></html>`).document

describe('the summary of what is wrong', () => {
  const form: FormState = {
    values: { 'held-day': '3' },
    errors: { notes: 'Enter what was discussed', 'held-month': 'Date held must include a month', other: 'Try again' },
  }

  it('follows the order of the page and leads to fields that are there', () => {
    const document = page(
      <>
        <FormErrors form={form} fields={[{ date: 'held' }, 'theme', 'notes']} />
        <DateField form={form} name="held" fieldset={{ legend: 'When was it held?' }} />
        <TextField form={form} name="notes" label="Notes" />
      </>,
    )
    const items = Array.from(document.querySelectorAll('.govuk-error-summary__list li'))
    expect(items.map((item) => item.textContent)).toEqual([
      'Date held must include a month',
      'Enter what was discussed',
      'Try again',
    ])
    for (const link of document.querySelectorAll('.govuk-error-summary__list a')) {
      expect(document.querySelector(link.getAttribute('href') ?? 'none')?.localName).toBe('input')
    }
    expect(document.querySelectorAll('.govuk-error-summary__list a')).toHaveLength(2)
  })

  it('is not there when nothing is wrong', () => {
    expect(render(<FormErrors form={{ values: {}, errors: {} }} fields={['notes']} />)).toBe('')
  })
})

it('what was typed comes back as text, never as markup', () => {
  const form = { values: { notes: '"><script>alert(1)</script>' }, errors: {} }
  const document = page(<TextField form={form} name="notes" label="Notes" />)
  expect(document.querySelector('script')).toBeNull()
  expect(document.querySelector('input')?.getAttribute('value')).toBe('"><script>alert(1)</script>')
})

it('a passphrase is never sent back to the page', () => {
  const form = { values: { passphrase: 'correct horse' }, errors: { passphrase: 'Enter your passphrase' } }
  expect(render(<PassphraseField form={form} name="passphrase" label="Passphrase" />)).not.toContain('correct horse')
})

it('a form carries its secrets, says where its draft is kept, and is not offered again by the browser', () => {
  const document = page(
    <PageForm
      secrets={{ csrf: 'c', once: 'o', version: 7 }}
      draft={{ url: '/draft?of=%2Fa', version: 3, keptAt: new Date('2026-07-01T17:42:00Z') }}
    >
      <button type="submit">Save</button>
    </PageForm>,
  )
  const form = document.querySelector('form')
  const hidden = Array.from(document.querySelectorAll('input[type=hidden]'), (input) => [
    input.getAttribute('name'),
    input.getAttribute('value'),
  ])
  expect(hidden).toEqual([
    ['_csrf', 'c'],
    ['_once', 'o'],
    ['_version', '7'],
  ])
  expect(form?.getAttribute('method')).toBe('post')
  expect(form?.hasAttribute('novalidate')).toBe(true)
  expect(form?.getAttribute('autocomplete')).toBe('off')
  expect(form?.getAttribute('data-draft')).toBe('/draft?of=%2Fa')
  expect(document.querySelector('[role=status]')?.textContent).toBe('Saved 18:42')
})
