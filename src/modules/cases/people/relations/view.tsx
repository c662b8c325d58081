import { formatDate } from '#platform/dates.ts'
import type { FormState } from '#platform/web/form-page.ts'
import { FormErrors, PageForm, SelectField, TextField } from '#ui/form/index.ts'
import { Button } from '#ui/govuk/index.ts'
import { EmptyState, PageHeading } from '#ui/page-parts/index.ts'
import { type Family, nameOf } from '../../family.ts'
import { FamilyTrail, sectionLink } from '../../frame.tsx'
import { paths } from '../../paths.ts'
import { type Relation, relationKinds, relationText } from '../person.ts'
import type { relationForm } from './form.ts'
import type { LoadedRelations } from './page.ts'

type Props = { loaded: LoadedRelations; form: FormState<ReturnType<typeof relationForm>> }

const textOf = (family: Family, { fromId, kind, toId, note }: Relation) =>
  `${relationText(nameOf(family, fromId), kind, nameOf(family, toId))}${note === '' ? '' : `: ${note}`}`

export const Relations = ({ loaded, form }: Props) => {
  const { family, people, relations, ended } = loaded
  return (
    <>
      <FamilyTrail family={family} section={sectionLink(family, 'people')} here="What they are to one another" />
      <FormErrors form={form} fields={['from', 'kind', 'to', 'note', 'relation']} />
      <PageHeading caption={family.name}>What they are to one another</PageHeading>
      {relations.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {relations.map((relation) => (
            <li>{textOf(family, relation)}</li>
          ))}
        </ul>
      )}
      {people.length < 2 ? (
        <EmptyState
          title="It takes two people."
          action={{ text: 'Add somebody', href: paths.addPerson.to({ familyId: family.id }) }}
        />
      ) : (
        <Add loaded={loaded} form={form} />
      )}
      {relations.length > 0 && <End loaded={loaded} form={form} />}
      {ended.length > 0 && (
        <>
          <h2 class="govuk-heading-m">No longer so</h2>
          <ul class="govuk-list govuk-list--bullet">
            {ended.map((relation) => (
              <li>
                {textOf(family, relation)}, until {relation.endedOn && formatDate(relation.endedOn)}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

const Add = ({ loaded: { people }, form }: Props) => {
  const items = [
    { value: '', text: 'Select somebody' },
    ...people.map(({ individualId, name }) => ({ value: individualId, text: name })),
  ]
  return (
    <PageForm secrets={form.secrets}>
      <input type="hidden" name="work" value="add" />
      <SelectField form={form} name="from" label="Who is it about?" items={items} />
      <SelectField
        form={form}
        name="kind"
        label="What are they?"
        items={[
          { value: '', text: 'Select what they are' },
          ...Object.entries(relationKinds).map(([value, text]) => ({ value, text: `is ${text} of` })),
        ]}
      />
      <SelectField form={form} name="to" label="Of whom?" items={items} />
      <TextField form={form} name="note" label="Note (optional)" hint="For example, parental responsibility." />
      <Button>Record it</Button>
    </PageForm>
  )
}

const End = ({ loaded: { family, relations }, form }: Props) => (
  <>
    <h2 class="govuk-heading-m">Something is no longer so</h2>
    <PageForm secrets={form.secrets}>
      <input type="hidden" name="work" value="end" />
      <SelectField
        form={form}
        name="relation"
        label="What is no longer so?"
        hint="It ends today, and stays to be read."
        items={[
          { value: '', text: 'Select one' },
          ...relations.map((relation) => ({ value: relation.id, text: textOf(family, relation) })),
        ]}
      />
      <Button classes="govuk-button--secondary">End it</Button>
    </PageForm>
  </>
)
