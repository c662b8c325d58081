import type { Asked } from '#platform/web/route.ts'

/** The version of the record that the person saw when the form was opened, as the form sends it back. */
export const versionSeen = ({ body }: Pick<Asked, 'body'>): string =>
  typeof body['_version'] === 'string' ? body['_version'] : ''
