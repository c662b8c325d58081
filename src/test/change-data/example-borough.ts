import { takeInto, workedExample } from '#modules/indicators/versions/fixtures/taken-in.ts'
import { makeSealer } from '#platform/access/sealing.ts'
import { type TestApp, testSecret } from '../app.ts'
import { organisationId, personId } from '../world.ts'
import { computeVersion, lockVersion, signVersion } from './taking-in.ts'

type Borough = 'Alder' | 'Birch'
type Example = Awaited<ReturnType<typeof workedExample>>[number]

/** The files of the worked example, as their readers give them. */
export const exampleFiles: readonly Example[] = await workedExample()

/** Takes files in without the form, which the tests of readers and of files go through; their ids. */
export const takeInExamples = (app: TestApp, borough: Borough, files = exampleFiles): Promise<string[]> =>
  app.write(`analyst@${borough}`, (db) =>
    takeInto(
      db,
      {
        sealer: makeSealer(testSecret),
        authorityId: organisationId(borough),
        personId: personId(`analyst@${borough}`),
      },
      files,
    ),
  )

/** Computes a version through the forms and has both sign it; where it is. */
export const release = async (app: TestApp, borough: Borough, reason = ''): Promise<string> => {
  const version = await computeVersion(app, `analyst@${borough}`, reason)
  for (const { status, body } of [
    await signVersion(app, version, `analyst@${borough}`),
    await lockVersion(app, version, `lead@${borough}`),
  ])
    if (status !== 303) throw new Error(`it was not signed: ${status} ${body.replaceAll(/<[^>]+>/g, ' ').slice(0, 3000)}`)
  return version
}
