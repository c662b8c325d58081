import type { WriteDb } from '#platform/db/connection.ts'
import { formPage, type UploadedFile } from '#platform/web/form-page.ts'
import type { Given } from '#platform/web/page.ts'
import { isPerson, type Services } from '#platform/web/route.ts'
import { keepFiles } from '../../access.ts'
import { paths } from '../../paths.ts'
import { lookAtReturn } from '../../readers/process/index.ts'
import { refusedWords } from '../refused.ts'
import { mappingForm, type Step, steps } from './form.ts'
import type { NewMapping } from './mapping.ts'
import { latestMapping, saveMapping } from './store.ts'
import { tryOut } from './try-out.ts'
import { MappingPage } from './view.tsx'
import { dropWaiting, keepWaiting, readWaiting, type Waiting } from './waiting.ts'

/** Bytes of a table: one that is larger is no list of a borough's referrals. */
const mostBytes = 10 * 1024 * 1024

/** The step that is asked for, as far as what comes before it is known. */
const stepOf = (asked: string | null, waiting: Waiting | null): Step => {
  const step = steps.find((each) => each === asked) ?? 'look'
  if (waiting === null) return 'look'
  if (step === 'check') return waiting.tried === undefined ? stepOf('meaning', waiting) : 'check'
  return step === 'meaning' && waiting.columns === undefined ? 'columns' : step
}

const load = async ({ actor, db, query, services }: Given<typeof paths.mapping.pattern>) => {
  if (!isPerson(actor)) return null
  const waiting = await readWaiting(db, services, actor.accountId)
  return {
    organisation: actor.grant.organisation,
    now: await latestMapping(db, actor.grant.organisationId),
    step: stepOf(query.get('step'), waiting),
    waiting,
    reader: { accountId: actor.accountId, personId: actor.personId, authorityId: actor.grant.organisationId },
  }
}
export type LoadedMapping = NonNullable<Awaited<ReturnType<typeof load>>>

type To = { readonly db: WriteDb; readonly services: Services; readonly loaded: LoadedMapping }
type Done =
  | { readonly redirect: string; readonly reason: string; readonly cookies?: { readonly flash: string } }
  | { readonly errors: Readonly<Record<string, string>> }

const to = (step: Step): string => `${paths.mapping.to()}?step=${step}`

const look = async ({ db, services, loaded }: To, file: UploadedFile | undefined): Promise<Done> => {
  if (file === undefined) return { errors: { file: 'Select the table' } }
  const looked = await lookAtReturn(file)
  if ('refused' in looked) return { errors: { file: refusedWords(looked) } }
  const { sheet, columns, values, rows } = looked
  const copy = values.map((each) => each?.map((value) => ({ ...value })) ?? null)
  await keepWaiting(db, services, loaded.reader.accountId, {
    looked: { sheet, columns: [...columns], values: copy, rows },
  })
  return { redirect: to('columns'), reason: 'a table was looked at' }
}

const meaning = async (given: To, mapping: NewMapping, file: UploadedFile | undefined): Promise<Done> => {
  const { db, services, loaded } = given
  if (file === undefined) return { errors: { file: 'Select the same table again' } }
  if (loaded.waiting === null) return { errors: { file: 'Begin again with looking at the table' } }
  const tried = await tryOut({ db, services, authorityId: loaded.reader.authorityId }, mapping, file)
  if ('wrong' in tried) return { errors: { file: tried.wrong } }
  await keepWaiting(db, services, loaded.reader.accountId, { ...loaded.waiting, tried })
  return { redirect: to('check'), reason: 'tried on a table' }
}

const check = async ({ db, loaded: { reader, waiting } }: To): Promise<Done> => {
  if (waiting?.tried === undefined) return { errors: { _form: 'Begin again with looking at the table' } }
  const version = await saveMapping(db, reader, waiting.tried.mapping)
  if (version === null)
    return { errors: { _form: 'A colleague has saved another way at this moment: look at it first' } }
  await dropWaiting(db, reader.accountId)
  return {
    redirect: paths.addFile.to(),
    reason: `version ${version} saved`,
    cookies: { flash: 'How the table is read was saved. You can take the table in now.' },
  }
}

export const mappingPage = formPage({
  path: paths.mapping,
  permission: keepFiles,
  record: { act: 'return-mapping.worked-on' },
  title: 'How the table of domestic abuse at referral is read',
  area: 'Change data',
  files: { file: { maxBytes: mostBytes } },
  form: ({ step, waiting }) => mappingForm(step, waiting),
  load,
  initial: (loaded) => initialOf(loaded),
  async save({ db, files, input, loaded, services }) {
    const given = { db, services, loaded }
    const [file] = files.file
    switch (input.step) {
      case 'look':
        return look(given, file)
      case 'meaning':
        return meaning(given, input.mapping, file)
      case 'check':
        return check(given)
      case 'columns': {
        if (loaded.waiting === null) return { errors: { child: 'Begin again with looking at the table' } }
        const { looked } = loaded.waiting
        await keepWaiting(db, services, loaded.reader.accountId, { looked, columns: input.columns })
        return { redirect: to('meaning'), reason: 'columns were chosen' }
      }
    }
  },
  view: MappingPage,
})

/** What was said last time, where the table still has such columns and values. */
const initialOf = ({ now, step, waiting }: LoadedMapping): Record<string, string> => {
  const names = waiting?.looked.columns ?? []
  const kept = (name: string | null | undefined): string => (name && names.includes(name) ? name : '')
  const columns = waiting?.columns ?? now?.columns
  if (step === 'columns')
    return {
      child: kept(columns?.child),
      date: kept(columns?.date),
      flag: kept(columns?.flag),
      referral: kept(columns?.referral),
      dateForm: columns?.dateForm ?? 'day-first',
    }
  const before = waiting?.tried?.mapping ?? now
  return step === 'meaning' && before !== null && before !== undefined
    ? {
        setAt: before.setAt,
        police: before.police,
        yes: before.columns.yes.join('\n'),
        no: before.columns.no.join('\n'),
      }
    : {}
}
