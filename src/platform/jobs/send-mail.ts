import { sendWaiting } from '../mail/outbox.ts'
import { smtpSender } from '../mail/smtp.ts'
import type { MailTemplate } from '../mail/template.ts'
import type { Job } from '../module.ts'

/** Sends what waits in the outbox. Without a mail server nothing goes, and nothing is lost: it waits. */
export const sendMail = (templates: Readonly<Record<string, MailTemplate>>): Job => ({
  name: 'send-mail',
  cron: '* * * * *',
  run: async ({ db, services, config }) => {
    if (config.mail === null) return { count: 0 }
    return {
      count: await sendWaiting(db, services.sealer, templates, smtpSender(config.mail.smtpUrl, config.mail.from)),
    }
  },
})
