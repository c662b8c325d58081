import { parseHTML } from 'linkedom'
import { render } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { Layout, type LayoutProps } from './layout.tsx'
import { layoutPaths } from './layout-paths.ts'
import { look } from './look.tsx'

const given: LayoutProps = {
  title: 'Consultations',
  nonce: 'n0nce',
  assets: { css: '/assets/main-1.css', js: '/assets/main-1.js', exitJs: '/assets/exit-1.js' },
  areas: [
    { text: 'Home', href: '/', current: false },
    { text: 'Consultations', href: '/consultations', current: true },
  ],
  csrf: 'secret-of-this-session',
  exit: false,
  errors: false,
  children: <h1>Consultations</h1>,
}
const person = { name: 'Amira Khan', organisation: 'Hackney', role: 'Implementation lead', otherRoles: 0 }

const page = (props: LayoutProps) => parseHTML(`<!doctype html>${render(<Layout {...props} />)}`).document

describe('a staff page', () => {
  const document = page({ ...given, person })

  it('says who is signed in, where, and in which role', () => {
    expect(document.querySelector('.tl-who')?.textContent).toContain('Amira Khan')
    expect(document.querySelector('.tl-who')?.textContent).toContain('Implementation lead, Hackney')
  })

  it('offers Sign out and hide by POST with its token, and no Exit this page', () => {
    const button = document.querySelector(`button[formaction="${layoutPaths.signOutAndHide}"]`)
    const form = button?.closest('form')
    expect(form?.getAttribute('method')).toBe('post')
    expect(form?.querySelector('[name=_csrf]')?.getAttribute('value')).toBe('secret-of-this-session')
    expect(document.querySelector('.govuk-exit-this-page')).toBeNull()
  })

  it('marks the area that it is in', () => {
    const current = Array.from(document.querySelectorAll('[aria-current]'), (link) => link.textContent)
    expect(current).toEqual(['Consultations'])
  })
})

describe('a public page', () => {
  const document = page({ ...given, exit: true })

  it('leaves by a plain link, which works without JavaScript, and by a second one early in the page', () => {
    const links = Array.from(document.querySelectorAll(`a[href="${layoutPaths.leave}"]`))
    expect(links).toHaveLength(2)
    for (const link of links) expect(link.getAttribute('rel')).toContain('noreferrer')
  })

  it('names nobody and offers no signing out', () => {
    expect(document.querySelector('.tl-header__person')).toBeNull()
  })
})

it('the title says when there is an error, and what the page is, and nothing else', () => {
  expect(page(given).title).toBe('Consultations - Throughline')
  expect(page({ ...given, errors: true }).title).toBe('Error: Consultations - Throughline')
})

it('every script carries the nonce, and nothing comes from another origin', () => {
  const document = page({ ...given, exit: true })
  const scripts = Array.from(document.querySelectorAll('script'))
  expect(scripts).toHaveLength(3)
  for (const script of scripts) expect(script.getAttribute('nonce')).toBe('n0nce')
  for (const element of document.querySelectorAll('[src], [href]')) {
    expect(element.getAttribute('src') ?? element.getAttribute('href')).toMatch(/^[/#](?!\/)/)
  }
  expect(document.querySelectorAll('[style], [onclick]')).toHaveLength(0)
})

it('the boot line reaches the browser as it was written', () => {
  expect(render(<Layout {...given} />)).toContain(
    `<script nonce="n0nce">document.body.classList.add('js-enabled', 'govuk-frontend-supported')</script>`,
  )
})

it.each([
  ['notFound', look.pages.notFound()],
  ['somethingWrong', look.pages.somethingWrong({ reference: 'r-1' })],
  ['tooMany', look.pages.tooMany()],
  ['expired', look.pages.expired()],
  ['tooLarge', look.pages.tooLarge()],
])('the page %s has one heading and none of the words that blame', (_, content) => {
  const html = render(content)
  expect(html.match(/<h1/g)).toHaveLength(1)
  expect(html.toLowerCase()).not.toMatch(/\b(user|invalid|successfully|please|oops)\b/)
})
