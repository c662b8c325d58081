import type { MailTemplate } from '#platform/mail/template.ts'

/** Says nothing of a family, a programme or abuse: others read over shoulders. */
export const caseMails: Readonly<Record<string, MailTemplate>> = {
  'cases-to-look-at': {
    subject: 'You have a new message',
    text: ({ link = '' }) => ['You have a new message. Sign in to read it:', link, ''].join('\n'),
  },
}
