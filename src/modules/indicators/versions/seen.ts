import type { Asked } from '#platform/web/route.ts'

/** What a form was opened on, as it sends it back. */
export const markSeen = ({ body }: Pick<Asked, 'body'>): string =>
  typeof body['_version'] === 'string' ? body['_version'] : ''
