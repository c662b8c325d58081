/** A file as a browser sends it: `field` is the name of its input. */
export type SentFile = {
  readonly field: string
  readonly name: string
  readonly bytes: Buffer | string
  readonly type?: string
}

type Fields = readonly (readonly [name: string, value: string])[]

const boundary = '----ThroughlineTestBoundary7MA4YWxk'

// As browsers do: a name cannot end the line or the quotes that it stands in.
const quoted = (name: string) => name.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

/** The body of a form with files, its fields first, with the headers that belong to it: for `server.inject`. */
export const multipart = (fields: Fields, files: readonly SentFile[] = []) => {
  const part = (disposition: string, type: string, content: Buffer | string) =>
    Buffer.concat([
      Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; ${disposition}\r\n${type}\r\n`),
      Buffer.from(content),
      Buffer.from('\r\n'),
    ])
  return {
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat([
      ...fields.map(([name, value]) => part(`name="${quoted(name)}"`, '', value)),
      ...files.map(({ field, name, bytes, type = 'application/octet-stream' }) =>
        part(`name="${quoted(field)}"; filename="${quoted(name)}"`, `content-type: ${type}\r\n`, bytes),
      ),
      Buffer.from(`--${boundary}--\r\n`),
    ]),
  }
}
