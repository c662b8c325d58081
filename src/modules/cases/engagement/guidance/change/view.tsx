import type { FormState } from '#platform/web/form-page.ts'
import { FormErrors, PageForm, TextField, Theirs } from '#ui/form/index.ts'
import { Button } from '#ui/govuk/index.ts'
import { Trail } from '#ui/layout.tsx'
import { PageHeading } from '#ui/page-parts/index.ts'
import { paths } from '../../../paths.ts'
import { type GuidanceLink, versionOfLink } from '../../guidance.ts'
import type { changeGuidanceForm } from '../form.ts'

type Props = { loaded: { link: GuidanceLink }; form: FormState<typeof changeGuidanceForm> }

/** Another name or address for a link, or none. */
export const ChangeGuidance = ({ loaded: { link }, form }: Props) => (
  <>
    <Trail
      items={[{ text: 'Guidance beside the questions', href: paths.guidanceLinks.to() }, { text: 'Change a link' }]}
    />
    <FormErrors form={form} fields={['title', 'url']} />
    <PageHeading>Change a link</PageHeading>
    <Theirs theirs={form.theirs} labels={{ title: 'Name', url: 'Address' }} />
    <PageForm secrets={{ version: versionOfLink(link), ...form.secrets }}>
      <TextField form={form} name="title" label="What is the guidance called?" autocomplete="off" />
      <TextField
        form={form}
        name="url"
        label="Its address"
        hint="It begins with https://, and everybody in the partnership can open it."
        autocomplete="off"
      />
      <div class="govuk-button-group">
        <Button>Save the changes</Button>
        <Button classes="govuk-button--secondary" name="remove" value="yes">
          Take the link away
        </Button>
      </div>
    </PageForm>
  </>
)
