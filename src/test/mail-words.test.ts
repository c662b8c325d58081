import { expect, test } from 'vitest'
import { mails } from '../app.ts'
import { demonstrationSignIns } from '../demonstration/index.ts'

/** Whoever reads over a shoulder, shares the inbox or looks after the mail server learns only that there is a message. */
const telling =
  /abus|violen|domestic|famil|child|mother|father|parent|partner|victim|surviv|perpetrat|safeguard|social (work|care)|case\b|referral|consult|audit|programme|course|training|borough|council|authority|provider|safe|together|throughline|police|refuge|risk|harm/i

const link = 'https://here.example/invitation/x'
const name = 'Sam Okafor'

test.each(Object.entries(mails))(
  'The message “%s” says nothing of a family, a programme, abuse or who we are',
  (_name, template) => {
    const written = template.text({ name, link })
    expect(written).toContain(link)
    expect(`${template.subject}\n${written.replace(link, '')}`).not.toMatch(telling)
  },
)

test.each(Object.entries(mails))(
  'The message “%s” names no organisation of the demonstration, whatever it is given',
  async (_name, template) => {
    const organisations = [
      ...new Set(demonstrationSignIns.flatMap(({ roles }) => roles.map(({ organisation }) => organisation))),
    ]
    expect(organisations.length).toBeGreaterThan(5)
    // Everything that somebody might be tempted to put into it.
    const given = new Proxy({ name, link } as Record<string, string>, {
      get: (known, key) => known[String(key)] ?? organisations.join(),
      has: () => true,
    })
    const written = `${template.subject}\n${template.text(given)}`
    for (const organisation of organisations) expect(written).not.toContain(organisation)
  },
)

test('There are messages to look at', () => {
  expect(Object.keys(mails).length).toBeGreaterThan(0)
})
