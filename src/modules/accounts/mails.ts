import type { MailTemplate } from '#platform/mail/template.ts'

/** What accounts sends. Neither subject nor text says who we are to the receiver, or what the service is about: others read over shoulders. */
export const accountMails: Readonly<Record<string, MailTemplate>> = {
  invitation: {
    subject: 'You have a new message',
    text: ({ name = '', link = '' }) =>
      [
        `Hello ${name},`,
        '',
        'You have a new message. Open this link to read it:',
        link,
        '',
        'The link works once and for 7 days. If you did not expect it, you can ignore it.',
        '',
      ].join('\n'),
  },
}
