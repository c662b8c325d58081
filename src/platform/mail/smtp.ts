import { createTransport } from 'nodemailer'
import { NoServer, type Send } from './outbox.ts'

// What nodemailer says where no conversation came about, or one broke off. 421: the server says that it is closing.
const nobodyThere = ['ECONNECTION', 'ESOCKET', 'ETIMEDOUT', 'EDNS', 'ETLS', 'EAUTH', 'EPROTOCOL', 'EPROXY']
const isAway = ({ code = '', responseCode }: { code?: string; responseCode?: number }) =>
  responseCode === 421 || nobodyThere.includes(code)

/** Sends through the mail server of the configuration. One receiver a message; the Message-ID is the row's, so a second try is recognised. */
export const smtpSender = (smtpUrl: string, from: string): Send => {
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: 10_000,
    socketTimeout: 20_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const domain = from.slice(from.lastIndexOf('@') + 1).replace(/>$/, '')
  return async ({ id, to, subject, text }) => {
    await transport
      .sendMail({
        from,
        to: { address: to, name: '' },
        subject,
        text,
        messageId: `<${id}@${domain}>`,
        xMailer: false,
      })
      .catch((error: Error & { code?: string; responseCode?: number }) => {
        throw isAway(error) ? new NoServer('no mail server', { cause: error }) : error
      })
  }
}
