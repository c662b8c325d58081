import { idOf, type Row, rowsOf, type World } from './world.ts'

/** Of which table the id is that follows a word in the address of a family's page. */
const tables: Readonly<Record<string, string>> = {
  pattern: 'pattern_entry',
  efforts: 'protective_effort',
  complexity: 'complexity',
  people: 'family_individual',
  'safety-plan': 'family_individual',
  protected: 'vault_entry',
  engagement: 'engagement_form',
  attempts: 'engagement_attempt',
  referrals: 'case_referral',
  plan: 'plan_action',
  supervision: 'supervision',
  notes: 'case_note',
  files: 'attachment',
  letters: 'letter',
  walls: 'family_wall',
  ties: 'staff_tie',
  emergencies: 'break_glass',
  history: 'case_revision',
}

const idIn = (row: Row | undefined): string =>
  String(row?.['row_id'] ?? row?.['id'] ?? row?.['individual_id'] ?? idOf('nothing'))

/**
 * The address of a page of a family of this world with the ids of what is recorded of it, each where it belongs. Throws at a kind of page that nobody has
 * told it of.
 */
export const familyUrl = (world: World, family: string, pattern: string): string => {
  const id = idOf('family', family)
  const rowOf = (word: string): Row | undefined => {
    const table = tables[word]
    if (table === undefined) throw new Error(`${pattern}: family-urls.ts does not know whose id stands after "${word}"`)
    const rows = rowsOf(world, table).filter((row) => row['family_id'] === id)
    // What is open can be changed, and has all the pages.
    return rows.find((row) => row['state'] === 'open' || row['state'] === 'draft') ?? rows[0]
  }
  return pattern.replaceAll(/(?<=\/([\w-]+)\/):(\w+)/g, (_whole, word: string, name: string) => {
    if (name === 'familyId') return id
    if (name === 'section') return 'date'
    return name === 'number' ? encodeURIComponent(`CMS ${family}`) : idIn(rowOf(word))
  })
}

/** Is this the address of a page of one family? */
export const isOfFamily = (pattern: string): boolean => pattern.startsWith('/families') && pattern.includes(':')
