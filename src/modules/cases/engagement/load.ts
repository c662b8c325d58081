import type { Actor } from '#platform/access/actor.ts'
import type { LocalDate } from '#platform/dates.ts'
import type { ReadDb } from '#platform/db/connection.ts'
import type { Services } from '#platform/web/route.ts'
import { isPerson } from '#platform/web/route.ts'
import { writeFamilies } from '../access.ts'
import { type Family, peopleOf } from '../family.ts'
import { readFamily, readStaffNames } from '../family-store.ts'
import { paths } from '../paths.ts'
import { type Answers, answersOf, type Lacking, lackingOf, type Revision } from './answer.ts'
import type { Definition } from './definition.ts'
import { readDefinitions } from './definition-store.ts'
import type { EngagementForm } from './engagement-form.ts'
import { readDrafted, readForms, readLatest } from './store.ts'

/** One form of a family with all that its pages show. */
export type LoadedForm = {
  readonly family: Family
  readonly form: EngagementForm
  /** All forms of the family, newest first. */
  readonly forms: readonly EngagementForm[]
  readonly definition: Definition
  readonly definitionWords: string
  readonly latest: readonly Revision[]
  readonly answers: Answers
  readonly lacking: readonly Lacking[]
  readonly perpetrators: readonly string[]
  readonly names: ReadonlyMap<string, string>
  /** Sections of which whoever asks has something that is not sent yet. */
  readonly drafted: ReadonlySet<string>
  readonly mayWrite: boolean
  readonly today: LocalDate
}

type Asks = { readonly actor: Actor; readonly db: ReadDb; readonly services: Services }

/** Null: there is no such form, or its family is not for this person to see. */
export const loadForm = async (
  { actor, db, services }: Asks,
  { familyId, formId }: { readonly familyId: string; readonly formId: string },
): Promise<LoadedForm | null> => {
  const family = await readFamily(db, familyId)
  if (family === null || !isPerson(actor)) return null
  const forms = await readForms(db, familyId)
  const form = forms.find(({ id }) => id === formId)
  const named = form && (await readDefinitions(db, [form.definition])).get(form.definition)
  if (form === undefined || named === undefined) return null
  const { definition } = named
  const latest = (await readLatest(db, [formId])).get(formId) ?? []
  const answers = answersOf(latest)
  const urls = new Map(
    definition.sections.map(({ key }) => [paths.formSection.to({ familyId, formId, section: key }), key]),
  )
  const drafts = form.state === 'open' ? await readDrafted(db, actor.accountId, [...urls.keys()]) : new Set<string>()
  const staff = [form.startedBy, form.completedBy, ...latest.map(({ savedBy }) => savedBy)]
  return {
    family,
    form,
    forms,
    definition,
    definitionWords: named.words,
    latest,
    answers,
    lacking: lackingOf(definition, answers),
    perpetrators: peopleOf(family, 'perpetrator').map(({ name }) => name),
    names: await readStaffNames(
      db,
      staff.filter((id) => id !== null),
    ),
    drafted: new Set([...drafts].flatMap((url) => urls.get(url) ?? [])),
    mayWrite: writeFamilies.roles.includes(actor.grant.role),
    today: services.clock.today(),
  }
}
