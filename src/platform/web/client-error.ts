import type { Socket } from 'node:net'

type Kind = { readonly status: string; readonly says: string }

const unreadable: Kind = { status: '400 Bad Request', says: 'What was sent could not be read. Load the page again.' }

const kinds: Readonly<Record<string, Kind>> = {
  HPE_HEADER_OVERFLOW: {
    status: '431 Request Header Fields Too Large',
    says: 'The address of the page, or what the browser keeps for it, is too long. Close the browser and open it again.',
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: '408 Request Timeout',
    says: 'What was sent took too long to arrive, and nothing was saved. Go back and try again.',
  },
}

/**
 * Answers what is not a request that Node can read (a header too large, one that never ends, another language), and closes. There is no page: nobody
 * knows yet who asks, or for what.
 */
export const answerUnreadable = (error: Error & { code?: string }, socket: Socket): void => {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  const { status, says } = kinds[error.code ?? ''] ?? unreadable
  const body = `${says}\n`
  socket.end(
    [
      `HTTP/1.1 ${status}`,
      'content-type: text/plain; charset=utf-8',
      'cache-control: no-store',
      'x-content-type-options: nosniff',
      `content-length: ${Buffer.byteLength(body)}`,
      'connection: close',
      '',
      body,
    ].join('\r\n'),
    // What still arrives is not read: without this, somebody who never stops sending would keep the connection.
    () => socket.destroySoon(),
  )
}
