/** The pages that say that something did not work: what happened, whether anything was lost, what to do. */
import { layoutPaths } from '../layout-paths.ts'
import { PageHeading } from '../page-parts/index.ts'

const Home = () => (
  <p class="govuk-body">
    <a class="govuk-link" href={layoutPaths.home}>
      Go to the home page
    </a>
  </p>
)

/** 404. Also the answer to what is not for this person to see: nobody can tell which. */
export const NotFound = () => (
  <>
    <PageHeading>Page not found</PageHeading>
    <p class="govuk-body">If you typed the web address, check that it is right.</p>
    <p class="govuk-body">If you followed a link, what it led to may have moved, or your role may not open it.</p>
    <Home />
  </>
)

/** 500 and 503. `reference` finds the request in the log. */
export const SomethingWrong = ({ reference }: { reference: string }) => (
  <>
    <PageHeading>Sorry, there is a problem with the service</PageHeading>
    <p class="govuk-body">Nothing that you sent with this page was saved. What you saved before is safe.</p>
    <p class="govuk-body">Go back, check that your answers are still there, and try again in a few minutes.</p>
    <p class="govuk-body">
      If it happens again, give your administrator this reference: <strong class="tl-code">{reference}</strong>
    </p>
    <Home />
  </>
)

/** 429. */
export const TooMany = () => (
  <>
    <PageHeading>Wait a moment, then try again</PageHeading>
    <p class="govuk-body">There were many requests from here in a short time, so we are answering more slowly.</p>
    <p class="govuk-body">Nothing is lost. Wait a minute, then load this page again.</p>
  </>
)

/** 403, when a form came without the proof that it was ours, most often because the session had ended. */
export const Expired = () => (
  <>
    <PageHeading>This page was open for too long</PageHeading>
    <p class="govuk-body">For safety, what you just sent was not saved.</p>
    <p class="govuk-body">
      Go back to see your answers. Copy any long text, load the page again and send it once more. You may have to sign
      in first.
    </p>
    <Home />
  </>
)

/** 413. */
export const TooLarge = () => (
  <>
    <PageHeading>That is too large to send</PageHeading>
    <p class="govuk-body">Nothing was saved. Go back, and send less text or a smaller file.</p>
    <Home />
  </>
)
