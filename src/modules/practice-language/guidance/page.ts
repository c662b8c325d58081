import { page } from '#platform/web/page.ts'
import { notRecorded } from '#platform/web/route.ts'
import { checkPublicly } from '../access.ts'
import { categories } from '../engine/index.ts'
import { paths } from '../paths.ts'
import { shippedRules } from '../shipped-rules.ts'
import { categorySlug } from '../words.ts'
import { type AboutCategory, aboutCategory } from './about-category.ts'
import { Guidance } from './view.tsx'

// The same for everybody until the next release: made once, when first asked for.
const made = new Map<string, AboutCategory>()

const findCategory = (slug: string): AboutCategory | null => {
  const category = categories.find((one) => categorySlug(one) === slug)
  if (category === undefined) return null
  const about = made.get(slug) ?? aboutCategory(category, shippedRules)
  made.set(slug, about)
  return about
}

/** `/check-your-wording/:category`: one kind of wording, with every rule that looks for it and what the rule rests on. */
export const guidancePage = page({
  path: paths.guidance,
  permission: checkPublicly,
  record: notRecorded('words that are the same for everybody'),
  // The name of a kind of wording would tell whoever sees the window what is read.
  title: 'Kinds of wording',
  load: async ({ params }) => findCategory(params.category),
  view: Guidance,
})
