import { phrasesToLookAt, toLookAt } from '#platform/text-check.ts'
import { Findings } from '#ui/form/index.ts'
import { Button, Details, Input, InsetText, Textarea } from '#ui/govuk/index.ts'
import { Lead, PageHeading } from '#ui/page-parts/index.ts'
import { categories } from '../engine/finding.ts'
import { paths } from '../paths.ts'
import { categoryNames, categorySlug, categoryWords } from '../words.ts'
import { note, rewritten } from './example.ts'
import { MarkedText } from './marked-text.tsx'
import type { LoadedExample } from './page.ts'

const WhoIsWho = () => (
  <Details summary="Say who is who (optional)">
    <p class="govuk-body">
      Names or words as they stand in the text, with commas between them. Then the check need not guess, whoever did
      what to whom. They stay in this browser too.
    </p>
    {(
      [
        ['survivor', 'Victim-survivor', 'For example, Ms Hale, mum'],
        ['perpetrator', 'Whoever uses abuse', 'For example, Mr Carr, dad'],
        ['children', 'Children', 'For example, Nia, the baby'],
      ] as const
    ).map(([role, label, hint]) => (
      <Input
        key={role}
        name={role}
        label={label}
        hint={hint}
        autocomplete="off"
        spellcheck={false}
        attributes={{ 'data-wording-role': role }}
      />
    ))}
  </Details>
)

/** Not a form: there is nowhere for it to go. */
const Try = () => (
  <div class="tl-needs-script">
    <Textarea
      name="text"
      label={{ children: 'Your text', classes: 'govuk-label--m' }}
      hint="Write or paste a note, an assessment or a plan."
      rows={12}
      autocomplete="off"
      spellcheck={false}
    />
    <section class="tl-wording" aria-label="Wording" data-wording-of="text">
      <WhoIsWho />
      <p class="tl-wording__count" role="status" data-wording-count />
      <div data-wording-findings />
      <div class="tl-whole">
        <h2 class="govuk-heading-s">Questions about the whole text</h2>
        <ul class="tl-findings" data-wording-whole />
      </div>
    </section>
  </div>
)

const WithoutScript = () => (
  <noscript>
    <InsetText>
      This page checks what you write while you write it, in your own browser, and sends nothing. For that it needs
      JavaScript, which is switched off here or did not load. Below is what it would show you, with an example.
    </InsetText>
  </noscript>
)

const Example = ({ found }: LoadedExample) => (
  <>
    <h2 class="govuk-heading-m" id="example">
      An example
    </h2>
    <p class="govuk-body">
      An invented note with all seven kinds of wording in it. The marked phrases are explained below it.
    </p>
    <MarkedText text={note} findings={toLookAt(found)} />
    <Button
      type="button"
      classes="govuk-button--secondary"
      attributes={{ hidden: true, 'data-wording-example': 'example-text text' }}
    >
      Try it with this example
    </Button>
    <span id="example-text" hidden data-text={note} />
    <Details summary={`What the check says about it: ${phrasesToLookAt(toLookAt(found).length)}`}>
      <Findings findings={found} />
    </Details>
    <h3 class="govuk-heading-s">The same visit, written again</h3>
    <p class="govuk-body">He is named, what he does is described, and so is what she does to keep the children safe.</p>
    <MarkedText text={rewritten} findings={[]} />
  </>
)

const Guidance = () => (
  <>
    <h2 class="govuk-heading-m">Seven kinds of wording</h2>
    <ul class="govuk-list govuk-list--bullet">
      {categories.map((category) => (
        <li key={category}>
          <a class="govuk-link" href={paths.guidance.to({ category: categorySlug(category) })}>
            {categoryNames[category]}
          </a>
          : {categoryWords[category]}
        </li>
      ))}
    </ul>
  </>
)

const Limits = () => (
  <>
    <h2 class="govuk-heading-m">What it cannot see</h2>
    <ul class="govuk-list govuk-list--bullet">
      <li>No phrases found is not good practice: a note that never mentions whoever uses abuse has nothing to mark.</li>
      <li>It knows words and not the family. You know what happened; it asks.</li>
      <li>It can be wrong in both ways. Phrases that are only like others it has met are marked as less certain.</li>
      <li>
        What is quoted, reported or denied is let pass. Words quoted for a complaint or a court stay as they were said.
      </li>
    </ul>
    <p class="govuk-body">It is a prompt: it changes nothing, keeps nothing and gives no score.</p>
  </>
)

/** Anybody's text, checked in their own browser. */
export const CheckYourWording = ({ loaded }: { loaded: LoadedExample }) => (
  <>
    <PageHeading>Check your wording</PageHeading>
    <Lead>
      See the words that hide who does what to whom, why they matter, and a question that helps to write it better.
    </Lead>
    <p class="govuk-body">
      What you write here stays in your browser. It is sent to nobody and not kept, and it is gone when you leave the
      page.
    </p>
    <WithoutScript />
    <Try />
    <Example {...loaded} />
    <Guidance />
    <Limits />
  </>
)
