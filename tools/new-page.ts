import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * npm run new-page marketplace/decide-referral: a form's four files in the folder of its room, with a test that fails
 * until the room lists the page. What it asks and saves is yours to write.
 */

/** The four files of a form, by name. */
export const filesOf = (room: string, page: string): Record<string, string> => {
  const camel = page.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
  const words = { room, page, camel, view: camel[0]?.toUpperCase() + camel.slice(1), title: sentence(page) }
  return { 'form.ts': form(words), 'page.ts': pageOf(words), 'view.tsx': view(words), 'page.test.ts': test(words) }
}

type Words = { room: string; page: string; camel: string; view: string; title: string }

const sentence = (page: string): string => {
  const text = page.replaceAll('-', ' ')
  return `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}`
}

const form = ({ camel }: Words) => `import { z } from 'zod'

export const ${camel}Form = z.strictObject({
  note: z.string('Enter a note').trim().min(1, 'Enter a note').max(500, 'Note must be 500 characters or fewer'),
})
`

const pageOf = ({
  room,
  page,
  camel,
  view: name,
  title,
}: Words) => `import { permission } from '#platform/access/actor.ts'
import { formPage } from '#platform/web/form-page.ts'
import { path } from '#platform/web/path.ts'
import { ${camel}Form } from './form.ts'
import { ${name} } from './view.tsx'

/** \`/${room}/${page}\`: what somebody comes here to do, in one sentence. */
export const ${camel}Page = formPage({
  path: path('/${room}/${page}'),
  permission: permission('${room}.${page}', ['lead']),
  record: { act: '${room}.${page}' },
  title: '${title}',
  form: ${camel}Form,
  load: async () => ({}),
  save: async () => ({ redirect: '/', cookies: { flash: 'Saved.' } }),
  view: ${name},
})
`

const view = ({ camel, view: name, title }: Words) => `import type { FormState } from '#platform/web/form-page.ts'
import { FormErrors, LongTextField, PageForm } from '#ui/form/index.ts'
import { Button } from '#ui/govuk/index.ts'
import { PageHeading } from '#ui/page-parts/index.ts'
import type { ${camel}Form } from './form.ts'

export const ${name} = ({ form }: { form: FormState<typeof ${camel}Form> }) => (
  <>
    <FormErrors form={form} fields={['note']} />
    <PageHeading>${title}</PageHeading>
    <PageForm secrets={form.secrets}>
      <LongTextField form={form} name="note" label="Note" />
      <Button>Save</Button>
    </PageForm>
  </>
)
`

const test = ({ room, page }: Words) => `import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, testApp } from '#test/app.ts'
import { everybody } from '#test/world.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.close())

const url = '/${room}/${page}'
const allowed = (who: string) => who.startsWith('lead@')

test('an implementation lead sees the form', async () => {
  expect((await app.as('lead@Alder').get(url)).status).toBe(200)
})

test('for everybody else there is no such page', async () => {
  for (const who of everybody.filter((each) => !allowed(each))) {
    expect((await app.as(who).get(url)).status).toBe(404)
    expect((await app.as(who).post(url, { note: 'A note' })).status).toBe(404)
  }
})

test('what is missing is named at its field', async () => {
  const reply = await app.as('lead@Alder').post(url, { note: ' ' })
  expect(reply.status).toBe(422)
  expect(reply.body).toContain('<a href="#note">Enter a note</a>')
})

test('what was typed comes back as it was typed, and never as markup', async () => {
  const reply = await app.as('lead@Alder').post(url, { note: \`<b>\${'x'.repeat(500)}\` })
  expect(reply.status).toBe(422)
  expect(reply.body).toContain('&lt;b>xxx')
})

test('what is right is saved, once, and stands in the record', async () => {
  const reply = await app.as('lead@Alder').post(url, { note: 'A note' })
  expect(reply.status).toBe(303)
  const { rowCount } = await app.operator.query("select from record_entry where act = '${room}.${page}'")
  expect(rowCount).toBe(1)
})
`

/**
 * Writes the four files below \`root\`. Returns what to do next.
 * @throws Error in words, where the name is not one, the room is not there or the page is
 */
export const newPage = (root: string, name: string | undefined): string => {
  const [, room, page] = /^([a-z]+(?:-[a-z]+)*)\/([a-z]+(?:-[a-z]+)*)$/.exec(name ?? '') ?? []
  if (room === undefined || page === undefined)
    throw new Error('Usage: npm run new-page ROOM/PAGE, such as marketplace/decide-referral')
  const rooms = join(root, 'src/modules')
  if (!existsSync(join(rooms, room)))
    throw new Error(`There is no room "${room}". Those there are: ${readdirSync(rooms).join(', ')}.`)
  const folder = join(rooms, room, page)
  if (existsSync(folder)) throw new Error(`src/modules/${room}/${page} is there already.`)
  mkdirSync(folder)
  for (const [file, text] of Object.entries(filesOf(room, page)))
    writeFileSync(join(folder, file), text, { flag: 'wx' })
  return `src/modules/${room}/${page} is written. Next:
1. List its page among the routes in src/modules/${room}/index.ts; until then its test fails (npx vitest run src/modules/${room}/${page}).
2. Move its URL to paths.ts and its permission to access.ts, with the roles that it is for.
3. Say in form.ts what it asks, in view.tsx how, in page.ts what it loads and saves.
4. Give its route a line in the declared list of what can leave the application: the test in src/test/access prints it.`
}

if (import.meta.main) {
  try {
    console.log(newPage(join(import.meta.dirname, '..'), process.argv[2]))
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
