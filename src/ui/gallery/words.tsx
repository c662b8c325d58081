import { Button, InsetText, NotificationBanner, Panel, Tabs, WarningText } from '../govuk/index.ts'

export const GalleryWords = () => (
  <>
    <h2 class="govuk-heading-m">Things to say</h2>
    <NotificationBanner titleId="coming" text="Core, block 7: two places are held for you until Thursday." />
    <InsetText>Only people with a role in Hackney can open this family.</InsetText>
    <WarningText>Sending this shares the family’s name with the programme.</WarningText>
    <Panel title="Referral sent" level={2}>
      Your reference is HK-0412. The programme answers within five working days.
    </Panel>
    <p class="govuk-body">
      Practice changes when people who know the model are near. In the first year each borough had a lead who gave case
      consultations, ran workshops and looked after champions;{' '}
      <a class="govuk-link" href="#read">
        read what they learned
      </a>
      .
    </p>
    <ul class="govuk-list govuk-list--bullet">
      <li>three plans ask nothing of the perpetrator</li>
      <li>one family has had no visit recorded for three weeks</li>
    </ul>
    <Tabs
      idPrefix="term"
      items={[
        { label: 'Term 1', panel: { children: <p class="govuk-body">April 2019 to March 2021.</p> } },
        { label: 'Term 2', panel: { children: <p class="govuk-body">August 2021 to July 2022.</p> } },
      ]}
    />
    <div class="govuk-button-group">
      <Button href="#start" start>
        Start now
      </Button>
      <Button classes="govuk-button--warning">Close this referral</Button>
      <Button disabled>Not yet</Button>
    </div>
  </>
)
