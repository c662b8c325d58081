import { expect, test } from 'vitest'
import { accountMails } from './mails.ts'

test.each(Object.entries(accountMails))(
  'the message “%s” says only that there is something to read',
  (_name, template) => {
    expect(template.subject).toBe('You have a new message')
    const written = template.text({ name: 'Sam Okafor', link: 'https://here.example/invitation/x' })
    expect(written).toContain('https://here.example/invitation/x')
    expect(written).not.toMatch(
      /abuse|violence|domestic|family|child|borough|council|programme|safe|perpetrator|survivor|throughline/i,
    )
  },
)
