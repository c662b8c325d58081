/** Every part of the look on one page, with words of the field, to be looked at and measured (see gallery.test.tsx). */
import { GalleryCharts } from './gallery/charts.tsx'
import { GalleryForms } from './gallery/forms.tsx'
import { GalleryLists } from './gallery/lists.tsx'
import { GalleryTimeline } from './gallery/timeline.tsx'
import { GalleryWords } from './gallery/words.tsx'
import { Trail } from './layout.tsx'
import { Lead, PageHeading, SectionTabs } from './page-parts/index.ts'

/** The gallery's main content: put it into a Layout with `wide`. */
export const Gallery = () => (
  <>
    <Trail
      items={[
        { text: 'Home', href: '#home' },
        { text: 'Consultations', href: '#consultations' },
      ]}
    />
    <PageHeading caption="Consultations">Consultations in Hackney</PageHeading>
    <Lead>Two requests wait for an answer, and one consultation is tomorrow at 10am.</Lead>
    <SectionTabs
      label="Consultations"
      sections={[
        { text: 'Requests', href: '#requests', current: true },
        { text: 'Held', href: '#held', current: false },
        { text: 'Themes', href: '#themes', current: false },
      ]}
    />
    <GalleryLists />
    <GalleryForms />
    <GalleryWords />
    <GalleryCharts />
    <GalleryTimeline />
  </>
)
