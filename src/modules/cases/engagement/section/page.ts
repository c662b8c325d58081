import { isPerson } from '#platform/web/route.ts'
import { writeFamilies } from '../../access.ts'
import { askingForm } from '../../locations/asking-form.ts'
import { paths } from '../../paths.ts'
import { type Answers, answersOf, lackingOf, type Revision, reasonsElsewhere, valueInWords } from '../answer.ts'
import { type Section, sectionOf } from '../definition.ts'
import { guidanceFor } from '../guidance.ts'
import { readGuidance } from '../guidance-store.ts'
import { type LoadedForm, loadForm } from '../load.ts'
import { readKeptApart, readPeopleDetails } from '../people-store.ts'
import { saveSection } from '../store.ts'
import { fieldNames, sectionForm, valuesOf } from './form.ts'
import { FormSection } from './view.tsx'

/** One short page of the form. It saves itself while one types, and each sending is kept as a further revision of the section. */
export const formSectionPage = askingForm({
  path: paths.formSection,
  permission: writeFamilies,
  record: {
    act: 'family.engagement-section-saved',
    opened: 'family.engagement-section-opened',
    subject: ({ family }) => ({ kind: 'family', id: family.id }),
  },
  title: 'Engagement form',
  area: 'Families',
  draft: true,
  bodyLimit: 4 * 1024 * 1024,
  form: ({ section, today, reasons }) => sectionForm(section, { today, reasonElsewhere: reasons.length > 0 }),
  async load(given) {
    const { db, params, actor } = given
    const loaded = await loadForm(given, params)
    const section = loaded && sectionOf(loaded.definition, params.section)
    if (loaded === null || section === null || !isPerson(actor)) return null
    const { family, definition, answers, latest } = loaded
    const people = section.people === null ? [] : await readPeopleDetails(db, family.id)
    return {
      ...loaded,
      personId: actor.personId,
      section,
      reasons: reasonsElsewhere(definition, section, answers),
      last: latest.find((each) => each.section === section.key) ?? null,
      guidance: section.questions.length === 0 ? [] : await guidanceOf(db, section),
      people: people.filter(({ part }) => part === section.people),
      keptApart: section.people === null ? new Map() : await readKeptApart(db, family.id),
    }
  },
  initial: ({ section, last }) => valuesOf(section, answersOf(last === null ? [] : [last]), last?.revision ?? 0),
  async save({ db, input, loaded }) {
    const { family, form, section, personId } = loaded
    const saved = await saveSection(db, {
      ...input,
      form,
      authorityId: family.authorityId,
      personId,
      section: section.key,
    })
    if (saved.kind === 'closed')
      return {
        errors: {
          seen: 'This form was completed or given up in the meantime. Copy what you wrote, and begin a further form with it.',
        },
      }
    if (saved.kind === 'clash') return { theirs: inWords(section, saved.theirs) }
    return { redirect: nextPage(loaded, section, input.answers), cookies: { flash: `${section.title}: saved.` } }
  },
  view: FormSection,
})

const guidanceOf = async (db: Parameters<typeof readGuidance>[0], section: Section) => {
  const links = await readGuidance(db)
  return section.questions.map((question) => guidanceFor(question, links))
}

/** The next section that is not done, those before this one last; the check of the answers where all are. */
const nextPage = ({ family, form, definition, latest, answers }: LoadedForm, here: Section, saved: Answers): string => {
  const at = { familyId: family.id, formId: form.id }
  const lacking = lackingOf(definition, new Map([...answers, ...saved]))
  const index = definition.sections.indexOf(here)
  const others = [...definition.sections.slice(index + 1), ...definition.sections.slice(0, index)]
  const next = others.find(
    ({ key }) => !latest.some(({ section }) => section === key) || lacking.some(({ section }) => section === key),
  )
  return next ? paths.formSection.to({ ...at, section: next.key }) : paths.completeForm.to(at)
}

/** What somebody else saved, by field, and the revision that it is: whoever has seen it answers that one. */
const inWords = ({ questions }: Section, { answers, revision }: Revision): Record<string, string> => ({
  seen: String(revision),
  ...Object.fromEntries(
    questions.flatMap((question) => {
      const [names, answer] = [fieldNames(question), answers.get(question.key)]
      return [
        [names.value, valueInWords(question, answer) ?? ''],
        [names.note, answer?.note ?? ''],
        [names.whyNot, answer?.whyNot ?? ''],
      ]
    }),
  ),
})
