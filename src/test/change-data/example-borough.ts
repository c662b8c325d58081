import { takeInto, workedExample } from '#modules/indicators/versions/fixtures/taken-in.ts'
import { makeSealer } from '#platform/access/sealing.ts'
import { type TestApp, testSecret } from '../app.ts'
import { organisationId, personId } from '../world.ts'
import { computeVersion, lockVersion, signVersion } from './taking-in.ts'

type Borough = 'Alder' | 'Birch'
type Example = Awaited<ReturnType<typeof workedExample>>[number]

/** The files of the worked example, as their readers give them. */
export const exampleFiles: readonly Example[] = await workedExample()

/** The same files with one in so many of their children: a borough in which small numbers are many. */
export const fewOf = (files: readonly Example[], oneIn: number): Example[] => {
  const stays = (child: string): boolean => Number(child.replaceAll(/\D/g, '').slice(-3)) % oneIn === 0
  const each = <T extends { readonly child: string }>(rows: readonly T[]): T[] =>
    rows.filter(({ child }) => stays(child))
  return files.map((file) => {
    const { extract } = file
    if (extract.kind === 'cin')
      return {
        ...file,
        extract: { ...extract, children: extract.children.filter(stays), episodes: each(extract.episodes) },
      }
    if (extract.kind === 'ssda903') return { ...file, extract: { ...extract, starts: each(extract.starts) } }
    return extract.kind === 'referral-flags' ? { ...file, extract: { ...extract, flags: each(extract.flags) } } : file
  })
}

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
    if (status !== 303)
      throw new Error(`it was not signed: ${status} ${body.replaceAll(/<[^>]+>/g, ' ').slice(0, 3000)}`)
  return version
}
