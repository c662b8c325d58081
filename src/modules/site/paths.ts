import { path } from '#platform/web/path.ts'

export const paths = {
  accessibility: path('/accessibility'),
  privacy: path('/privacy'),
  cookies: path('/cookies'),
  leavingQuickly: path('/leaving-quickly'),
  openApi: path('/api/v1/openapi.json'),
}
