import { path } from '#platform/web/path.ts'

export const paths = {
  /** To a borough its figures quarter by quarter; to the partnership's roles what the boroughs have released. */
  quarters: path('/change-data'),
  quartersFile: path('/change-data/download'),
  direction: path('/change-data/direction'),
  addMark: path('/change-data/direction/add'),
  withdrawMark: path('/change-data/direction/:markId/withdraw'),
  meanings: path('/change-data/definitions'),
  files: path('/change-data/files'),
  addFile: path('/change-data/files/add'),
  mapping: path('/change-data/files/mapping'),
  file: path('/change-data/files/:fileId'),
  faultsFile: path('/change-data/files/:fileId/faults'),
  withdrawFile: path('/change-data/files/:fileId/withdraw'),
  versions: path('/change-data/versions'),
  newVersion: path('/change-data/versions/new'),
  setting: path('/change-data/versions/withholding'),
  version: path('/change-data/versions/:versionId'),
  signVersion: path('/change-data/versions/:versionId/sign'),
  lockVersion: path('/change-data/versions/:versionId/lock'),
  giveUpVersion: path('/change-data/versions/:versionId/give-up'),
  releasesFile: path('/change-data/released/download'),
  releasesApi: path('/api/change-data'),
  /** The returns that the published report's Table 6 was made of, by the partnership's own definition. */
  returns: path('/change-data/returned'),
  figures: path('/change-data/returned/figures'),
} as const
