import { formatDate, londonDate } from '#platform/dates.ts'
import { InsetText, WarningText } from '#ui/govuk/index.ts'
import { PageHeading } from '#ui/page-parts/index.ts'
import { type EngagementForm, stateWords } from '../engagement/engagement-form.ts'
import { FamilyTrail } from '../frame.tsx'
import { paths } from '../paths.ts'
import type { LoadedDocuments } from './page.ts'

/** What can be taken out, each with whom it is for and what is not in it. */
export const Documents = ({ loaded: { family, mayTake, forms, doubts } }: { loaded: LoadedDocuments }) => (
  <>
    <FamilyTrail family={family} section={null} here="Copies" />
    <PageHeading caption={`Family record ${family.reference}`}>Copies of the record</PageHeading>
    <p class="govuk-body">
      No copy has an address, a telephone number, a school or a refuge in it that is kept under protected details, and
      none has notes or supervision. Each has a number on every page: it says in the access record who took it and when.
    </p>
    {mayTake ? (
      <Files familyId={family.id} forms={forms} doubts={doubts} />
    ) : (
      <InsetText>
        Copies are taken by those who work with this family: only in their name can a copy be looked through for
        protected details before it leaves.
      </InsetText>
    )}
  </>
)

type FilesProps = Pick<LoadedDocuments, 'forms' | 'doubts'> & { familyId: string }

const Files = ({ familyId, forms, doubts }: FilesProps) => (
  <>
    <h2 class="govuk-heading-m">Conference report</h2>
    <p class="govuk-body">
      For those who meet about the children: who does what to whom, the harm to each child by name, what is done to
      protect, what has been tried, what is asked. Who told of it, and what other records of the borough tell, is not in
      it.
    </p>
    <WarningText>
      A conference report often reaches both parents’ sides. It is not checked for what the perpetrator may know: for
      the perpetrator, write a letter.
    </WarningText>
    <Doubts doubts={doubts} />
    <p class="govuk-body">
      <FileLink href={paths.conferencePdf.to({ familyId })}>Conference report (PDF)</FileLink>
      <br />
      <FileLink href={paths.conferenceDocx.to({ familyId })}>Conference report (Word, to write on in)</FileLink>
    </p>
    <h2 class="govuk-heading-m">Pattern map</h2>
    <p class="govuk-body">
      For workers and their supervision: the pattern across years, and what follows the perpetrator out of other
      records. Not for the family: it may tell of somebody else’s.
    </p>
    <p class="govuk-body">
      <FileLink href={paths.patternPdf.to({ familyId })}>Pattern map (PDF)</FileLink>
    </p>
    <h2 class="govuk-heading-m">Plan</h2>
    <p class="govuk-body">
      For workers and other agencies: of whom change is asked, every action with its measure, date and evidence. Not for
      the perpetrator: a letter takes along only what is marked as shareable.
    </p>
    <p class="govuk-body">
      <FileLink href={paths.planPdf.to({ familyId })}>Plan (PDF)</FileLink>
    </p>
    <h2 class="govuk-heading-m">Engagement forms</h2>
    <Forms familyId={familyId} forms={forms} />
    <h2 class="govuk-heading-m">Record as data</h2>
    <p class="govuk-body">
      For your borough’s case management system: people, pattern, efforts, plan, forms and referrals. Not for reading.
    </p>
    <p class="govuk-body">
      <FileLink href={paths.recordJson.to({ familyId })}>Record (JSON)</FileLink>
    </p>
    <p class="govuk-body">
      <a class="govuk-link" href={paths.letters.to({ familyId })}>
        Write to the perpetrator instead
      </a>
    </p>
  </>
)

// Without `download`: where the file is not made, the page that says why is to be seen.
const FileLink = ({ href, children }: { href: string; children: string }) => (
  <a class="govuk-link" href={href}>
    {children}
  </a>
)

const Doubts = ({ doubts }: Pick<LoadedDocuments, 'doubts'>) =>
  doubts.length === 0 ? null : (
    <>
      <p class="govuk-body">Look at these parts before you send it. Something in them looks like a place:</p>
      <ul class="govuk-list govuk-list--bullet">
        {doubts.map(({ part, kind }) => (
          <li>
            {part}: {kind}
          </li>
        ))}
      </ul>
    </>
  )

const Forms = ({ familyId, forms }: { familyId: string; forms: readonly EngagementForm[] }) =>
  forms.length === 0 ? (
    <p class="govuk-body">
      No form has been begun yet.{' '}
      <a class="govuk-link" href={paths.engagement.to({ familyId })}>
        Begin one
      </a>
    </p>
  ) : (
    <>
      <p class="govuk-body">For the file and for supervision, with guidance, answers, and why not.</p>
      <ul class="govuk-list">
        {forms.map(({ id, number, state, startedAt }) => (
          <li>
            <FileLink href={paths.formPdf.to({ familyId, formId: id })}>
              {`Form ${number}, begun on ${formatDate(londonDate(startedAt))}, ${stateWords[state].toLowerCase()} (PDF)`}
            </FileLink>
          </li>
        ))}
      </ul>
    </>
  )
