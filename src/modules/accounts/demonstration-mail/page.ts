import { readOutbox } from '#platform/mail/outbox.ts'
import type { MailTemplate } from '#platform/mail/template.ts'
import { page } from '#platform/web/page.ts'
import { notRecorded } from '#platform/web/route.ts'
import { door } from '../access.ts'
import { isDemonstration } from '../demonstration.ts'
import { paths } from '../paths.ts'
import { momentWords } from '../words.ts'
import { DemonstrationMail } from './view.tsx'

/** `/demonstration/mail`: what would have been sent. There only in a demonstration. `templates`: those of all rooms. */
export const demonstrationMailPage = (templates: () => Readonly<Record<string, MailTemplate>>) =>
  page({
    path: paths.demonstrationMail,
    permission: door,
    record: notRecorded('messages to invented people'),
    title: 'What would have been sent',
    exit: false,
    async load({ db, services }) {
      if (!(await isDemonstration(db))) return null
      const messages = await readOutbox(db, services.sealer, templates())
      return {
        messages: messages.map(({ id, to, subject, text, createdAt }) => ({
          id,
          to,
          subject,
          text,
          at: momentWords(createdAt),
        })),
      }
    },
    view: DemonstrationMail,
  })
