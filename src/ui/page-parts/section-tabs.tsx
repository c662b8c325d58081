/** A section of one thing, with a URL of its own. `current` is the one that is shown. */
export type Section = { text: string; href: string; current: boolean }

/** At most five sections of one thing (a family, a referral, a round) as links that look like tabs. */
export const SectionTabs = ({ label, sections }: { label: string; sections: readonly Section[] }) => (
  <nav class="tl-sections" aria-label={label}>
    <ul class="tl-sections__list">
      {sections.map(({ text, href, current }) => (
        <li class={current ? 'tl-sections__item tl-sections__item--current' : 'tl-sections__item'}>
          <a class="tl-sections__link" href={href} aria-current={current ? 'page' : undefined}>
            {text}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)
