import { PageHeading } from '#ui/page-parts/index.ts'

export const Accessibility = () => (
  <>
    <PageHeading>Accessibility statement</PageHeading>
    <p class="govuk-body">
      We want as many people as possible to be able to use this service. You should be able to zoom in to 400% without
      the text spilling off the screen, get around with a keyboard alone, use it with a screen reader, and use it with
      scripts turned off.
    </p>
    <h2 class="govuk-heading-m">How accessible it is</h2>
    <p class="govuk-body">
      Every page is checked against version 2.2 of the Web Content Accessibility Guidelines, level AA, by an automatic
      test at two screen widths each time the software changes. Automatic tests find only part of what can be wrong.
    </p>
    <h2 class="govuk-heading-m">What has not been done</h2>
    <ul class="govuk-list govuk-list--bullet">
      <li>It has not been tested with people who use the screen readers NVDA, JAWS or VoiceOver.</li>
      <li>It has not had an audit by somebody outside the project.</li>
    </ul>
    <h2 class="govuk-heading-m">If something does not work for you</h2>
    <p class="govuk-body">
      Tell the administrator of your organisation. They can give you the information another way, and pass the fault on
      so that it is mended for everybody. If you are not happy with the answer, contact the Equality Advisory and
      Support Service (EASS).
    </p>
  </>
)

export const Privacy = () => (
  <>
    <PageHeading>Privacy</PageHeading>
    <p class="govuk-body">
      Each borough decides about the information that it records here, and is answerable for it. A borough cannot see
      another’s records. What a partnership sees of all its boroughs are counts, not people.
    </p>
    <h2 class="govuk-heading-m">If you work with this service</h2>
    <ul class="govuk-list govuk-list--bullet">
      <li>We hold your name, work e-mail, role, team, and the training and meetings that you took part in.</li>
      <li>We record which records you open and change, and when. Nobody can change that record afterwards.</li>
      <li>Your passphrase is kept in a form from which it cannot be read.</li>
    </ul>
    <h2 class="govuk-heading-m">If you read the public pages</h2>
    <p class="govuk-body">
      We do not know who you are. Nothing about you is stored, and nothing is sent to anybody else.
    </p>
    <p class="govuk-body">
      To see or correct what is held about you, ask the borough that you work with or are in contact with.
    </p>
  </>
)

export const Cookies = () => (
  <>
    <PageHeading>Cookies</PageHeading>
    <p class="govuk-body">
      We use only cookies that the service cannot work without. They are gone when you close the browser. None of them
      follows what you do, here or elsewhere.
    </p>
    <dl class="govuk-summary-list">
      {[
        ['s', 'Keeps you signed in'],
        ['r', 'Remembers in which of your roles you are acting'],
        ['p', 'Before you sign in, proves that a form came from our page'],
        ['m', 'Carries one short message to the next page'],
      ].map(([name, what]) => (
        <div class="govuk-summary-list__row" key={name}>
          <dt class="govuk-summary-list__key">{name}</dt>
          <dd class="govuk-summary-list__value">{what}</dd>
        </div>
      ))}
    </dl>
  </>
)

export const LeavingQuickly = () => (
  <>
    <PageHeading>Leaving a page quickly</PageHeading>
    <p class="govuk-body">
      Public pages have an <strong>Exit this page</strong> button. Select it, or press the Shift key three times, to go
      at once to a page about the weather.
    </p>
    <h2 class="govuk-heading-m">What it does</h2>
    <ul class="govuk-list govuk-list--bullet">
      <li>It blanks the page at once and empties what you had typed.</li>
      <li>The Back button does not return to the page that you left.</li>
      <li>If you were signed in, you are signed out.</li>
    </ul>
    <h2 class="govuk-heading-m">What it cannot do</h2>
    <ul class="govuk-list govuk-list--bullet">
      <li>It cannot remove earlier pages from the history of your browser.</li>
      <li>It cannot hide anything from software that watches your phone or computer.</li>
      <li>Information that was not sent may be lost.</li>
    </ul>
    <h2 class="govuk-heading-m">If somebody may be checking your device</h2>
    <p class="govuk-body">
      Use a device that they cannot reach, such as one at a library or at work. A private window leaves no history. Take
      care before you delete history: an empty history can be noticed too. In an emergency call 999. If you cannot
      speak, press 55 when asked.
    </p>
  </>
)
