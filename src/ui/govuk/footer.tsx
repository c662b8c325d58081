import type { ComponentChildren } from 'preact'
import { type Attributes, join, type Props } from './attributes.ts'

type FooterLink = Props<{ text: string; href: string; attributes?: Attributes }>

type FooterSection = Props<{ title: string; columns?: number; width?: string; items?: readonly FooterLink[] }>

/** `meta.children` stand under the links. */
export type FooterProps = Props<{
  navigation?: readonly FooterSection[]
  meta?: Props<{ title?: string; items?: readonly FooterLink[]; children?: ComponentChildren }>
  containerClasses?: string
  classes?: string
  attributes?: Attributes
}>

const Link = (link: FooterLink) => (
  <a class="govuk-footer__link" href={link.href} {...link.attributes}>
    {link.text}
  </a>
)

const Section = (section: FooterSection) => (
  <div class={`govuk-footer__section govuk-grid-column-${section.width || 'full'}`}>
    <h2 class="govuk-footer__heading govuk-heading-m">{section.title}</h2>
    {section.items && section.items.length > 0 && (
      <ul
        class={join(
          'govuk-footer__list',
          section.columns !== undefined && `govuk-footer__list--columns-${section.columns}`,
        )}
      >
        {section.items.map(
          (link) =>
            link.href &&
            link.text && (
              <li class="govuk-footer__list-item">
                <Link {...link} />
              </li>
            ),
        )}
      </ul>
    )}
  </div>
)

const Meta = ({ meta }: { meta: NonNullable<FooterProps['meta']> }) => (
  <>
    <h2 class="govuk-visually-hidden">{meta.title || 'Support links'}</h2>
    {meta.items && meta.items.length > 0 && (
      <ul class="govuk-footer__inline-list">
        {meta.items.map((link) => (
          <li class="govuk-footer__inline-list-item">
            <Link {...link} />
          </li>
        ))}
      </ul>
    )}
    {meta.children && <div class="govuk-footer__meta-custom">{meta.children}</div>}
  </>
)

/** GOV.UK's footer without the crown, the licence and the Crown copyright, none of which is ours to show. */
export const Footer = (props: FooterProps) => (
  <div class={join('govuk-footer', props.classes)} {...props.attributes}>
    <div class={join('govuk-width-container', props.containerClasses)}>
      {props.navigation && props.navigation.length > 0 && (
        <>
          <div class="govuk-footer__navigation">
            {props.navigation.map((section) => (
              <Section {...section} />
            ))}
          </div>
          <hr class="govuk-footer__section-break" />
        </>
      )}
      <div class="govuk-footer__meta">
        <div class="govuk-footer__meta-item govuk-footer__meta-item--grow">
          {props.meta && <Meta meta={props.meta} />}
        </div>
      </div>
    </div>
  </div>
)
