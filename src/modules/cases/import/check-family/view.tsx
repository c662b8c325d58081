import { formatDate } from '#platform/dates.ts'
import type { FormState } from '#platform/web/form-page.ts'
import { CheckboxesField, FormErrors, PageForm } from '#ui/form/index.ts'
import { Button, InsetText } from '#ui/govuk/index.ts'
import { Trail } from '#ui/layout.tsx'
import { Lead, ListTable, Missing, PageHeading } from '#ui/page-parts/index.ts'
import { partNames } from '../../family.ts'
import { paths } from '../../paths.ts'
import { fieldLabels, type PersonField } from '../../people/person.ts'
import type { FamilyFile } from '../family-file.ts'
import { FileProblems } from '../file-problems.tsx'
import type { checkFamilyForm } from './form.ts'

type Person = FamilyFile['people'][number]
type Loaded = {
  accountId: string
  organisationId: string
  organisation: string
  family: FamilyFile
  there: { readonly id: string; readonly reference: string } | null
  known: ReadonlyMap<number, string>
  mark: string
}
type Props = { loaded: Loaded; form: FormState<typeof checkFamilyForm> }

const inWords = (count: number): string => (count === 1 ? '1 person' : `${count} people`)

const dates = ({ birthOn, expectedOn }: Person) =>
  birthOn !== null ? formatDate(birthOn) : expectedOn !== null ? `expected ${formatDate(expectedOn)}` : <NotRecorded />

const NotRecorded = () => <span class="tl-missing">not recorded</span>

const more = ({ fields }: Person) => {
  const filled = Object.entries(fields).filter(([, value]) => value !== '')
  return filled.length === 0 ? (
    <NotRecorded />
  ) : (
    filled.map(([field, value]) => (
      <div class="tl-told">
        {fieldLabels[field as PersonField]}: {value}
      </div>
    )) // a file's person has those fields only
  )
}

const People = ({ people }: { people: readonly Person[] }) => (
  <ListTable
    id="people"
    caption="Everybody as they would be recorded"
    rows={people}
    noun={{ one: 'person', many: 'people' }}
    columns={[
      { heading: 'Name', cell: ({ name }: Person) => (name === '' ? <Missing kind="missing" /> : name) },
      { heading: 'Line', cell: ({ line }: Person) => line },
      { heading: 'Part', cell: ({ part }: Person) => partNames[part].one },
      { heading: 'Date of birth or expected date', cell: dates },
      { heading: 'More', cell: more },
    ]}
    empty={<p class="govuk-body">Nobody in the file can be read.</p>}
  />
)

const Same = ({ loaded: { family, known }, form }: Props) => {
  const there = family.people.filter(({ line }) => known.has(line))
  return there.length === 0 ? null : (
    <CheckboxesField
      form={form}
      name="same"
      fieldset={{ legend: 'Is this the same person?' }}
      hint="A perpetrator with this name and date of birth is in another record of the borough. Choose those who are the same person: the pattern follows the perpetrator, and nothing of anybody else comes along."
      items={there.map(({ line, name }) => ({ value: String(line), text: `${name} is the same person` }))}
    />
  )
}

/** A family as it would be recorded, and the button that opens its record. */
export const CheckFamily = ({ loaded, form }: Props) => {
  const { family, there, mark, organisation } = loaded
  const isRight = family.problems.length === 0
  return (
    <>
      <Trail
        items={[
          { text: 'Families', href: paths.families.to() },
          { text: 'Bring in a family', href: paths.importFamily.to() },
          { text: 'Check' },
        ]}
      />
      <FormErrors form={form} fields={['same', { name: 'plan', id: 'confirm' }]} />
      <PageHeading caption={organisation}>Check a family</PageHeading>
      {isRight ? (
        <Lead>
          A record called {family.name} will be opened
          {family.cmsId === '' ? ', without a case number,' : ` with the case number ${family.cmsId}`} and{' '}
          {inWords(family.people.length)} in it.
        </Lead>
      ) : (
        <FileProblems problems={family.problems} where="Line" readable={inWords(family.people.length)} />
      )}
      {there !== null && (
        <InsetText>
          A record with this case number is there already:{' '}
          <a class="govuk-link" href={paths.family.to({ familyId: there.id })}>
            {there.reference}
          </a>
          . Add to that one, or change the number in the file.
        </InsetText>
      )}
      {family.leftOut.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {family.leftOut.map((what) => (
            <li>Not brought in: {what}</li>
          ))}
        </ul>
      )}
      <People people={family.people} />
      <PageForm secrets={form.secrets}>
        <input type="hidden" name="plan" value={mark} />
        {isRight && <Same loaded={loaded} form={form} />}
        <div class="govuk-button-group">
          {isRight && there === null && <Button id="confirm">Open the record</Button>}
          <a class="govuk-link" href={paths.importFamily.to()}>
            Send another file
          </a>
        </div>
      </PageForm>
    </>
  )
}
