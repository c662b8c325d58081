import { render } from 'preact-render-to-string'
import { expect, it } from 'vitest'
import { z } from 'zod'
import type { FormState } from '#platform/web/form-page.ts'
import { CheckboxesField, DateField, FormErrors, PageForm, TextField, Theirs } from './index.ts'

const schema = z.object({ notes: z.string(), themes: z.array(z.string()), 'held-day': z.string() })

const form: FormState<typeof schema> = {
  values: { notes: 'Called' },
  lists: { themes: ['court'] },
  errors: { notes: 'Enter more' },
  secrets: { csrf: 'token', once: 'once' },
  draft: { url: '/draft?of=%2Fa', version: 2, keptAt: null },
  theirs: null,
  wording: null,
}

it('the form state that the platform makes is the one that these fields take, and names are checked', () => {
  const html = render(
    <PageForm secrets={form.secrets} draft={form.draft}>
      <FormErrors form={form} fields={['notes', { date: 'held' }]} />
      <Theirs theirs={form.theirs} labels={{ notes: 'Notes' }} />
      <TextField form={form} name="notes" label="Notes" />
      {/* @ts-expect-error a name that the schema does not have */}
      <TextField form={form} name="note" label="Notes" />
      <CheckboxesField form={form} name="themes" items={[{ value: 'court', text: 'Court' }]} />
      <DateField form={form} name="held" />
    </PageForm>,
  )
  expect(html).toContain('value="Called"')
  expect(html).toMatch(/value="court"[^>]* checked/)
  expect(html).toContain('data-draft-version="2"')
})
