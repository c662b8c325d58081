import { type TextFinding, type TextSource, toLookAt } from '#platform/text-check.ts'
import { Details } from '../govuk/index.ts'

const Source = ({ title, url, where }: TextSource) => (
  <li>
    {url === undefined ? (
      title
    ) : (
      <a class="govuk-link" href={url} rel="noreferrer">
        {title}
      </a>
    )}
    {where !== undefined && `, ${where}`}
  </li>
)

/** Why the words matter, and whose guidance says so. */
const Why = ({ why, sources }: Pick<TextFinding, 'why' | 'sources'>) => (
  <Details summary="Why, and who says so" classes="tl-finding__why">
    <p class="govuk-body">{why}</p>
    <ul class="govuk-list">
      {sources.map((source) => (
        <Source key={source.title} {...source} />
      ))}
    </ul>
  </Details>
)

const Phrase = ({ kind, phrase }: Pick<TextFinding, 'kind' | 'phrase'>) => (
  <q class={`tl-finding__phrase tl-mark tl-mark--${kind}`}>{phrase}</q>
)

const Found = ({ finding }: { finding: TextFinding }) => (
  <li class="tl-finding">
    <p class="tl-finding__what">
      {finding.phrase !== '' && <Phrase {...finding} />} <strong class="tl-finding__name">{finding.name}</strong>
      {!finding.isCertain && <span class="tl-finding__unsure">Less certain: it may well be right</span>}
    </p>
    <p class="govuk-body tl-finding__question">{finding.question}</p>
    <Why {...finding} />
    {finding.answerHref !== '' && (
      <p class="tl-finding__answer">
        <a class="govuk-link" href={finding.answerHref} target="_blank" rel="noopener noreferrer">
          This is right as it stands<span class="govuk-visually-hidden">: {finding.phrase}</span> (opens in a new tab)
        </a>
      </p>
    )}
  </li>
)

const Passed = ({ passed }: { passed: readonly TextFinding[] }) => (
  <Details summary={`Let pass: ${passed.length}`} classes="tl-findings__passed">
    <ul class="govuk-list">
      {passed.map((finding) => (
        <li key={`${finding.start} ${finding.name}`}>
          <q>{finding.phrase}</q>, {finding.name.toLowerCase()}: {finding.passed}
        </li>
      ))}
    </ul>
  </Details>
)

/** What a check found, in the order of the text, and what it let pass with the reason. `client/` of the wording check prints the same. */
export const Findings = ({ findings }: { findings: readonly TextFinding[] }) => {
  const passed = findings.filter((finding) => finding.passed !== null)
  return (
    <>
      <ul class="tl-findings">
        {toLookAt(findings).map((finding) => (
          <Found key={`${finding.start} ${finding.name}`} finding={finding} />
        ))}
      </ul>
      {passed.length > 0 && <Passed passed={passed} />}
    </>
  )
}
