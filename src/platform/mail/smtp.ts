import { createTransport } from 'nodemailer'
import { NoServer, type Send } from './outbox.ts'

// What nodemailer says where no conversation came about or one broke off. A server that refuses has a number of its own: responseCode.
const nobodyThere = ['ECONNECTION', 'ESOCKET', 'ETIMEDOUT', 'EDNS', 'ETLS', 'EAUTH', 'ECONNREFUSED', 'ECONNRESET', 'EPROXY']

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
      .catch((error: Error & { code?: string }) => {
        throw nobodyThere.includes(error.code ?? '') ? new NoServer('no mail server', { cause: error }) : error
      })
  }
}
