/**
 * The direction of imports: platform <- ui <- modules <- app, and among modules from right to left along their groups.
 * Each rule is shown to fail on planted files by tools/check-rules.ts.
 */

// ARCHITECTURE.md draws the same. A module may use those of its own group and of the groups before it.
const groups = [
  ['accounts', 'people'],
  ['surveys', 'hub', 'practice-language'],
  ['training', 'leads', 'marketplace'],
  ['cases'],
  ['audits', 'complaints', 'governance', 'indicators'],
  ['evaluation'],
  // The page that each role begins with asks all the others what needs the person today.
  ['home', 'site'],
]

const oneOf = (names) => `(${names.join('|')})`
const test = '\\.test\\.tsx?$'

const groupRules = groups.slice(0, -1).map((group, index) => ({
  name: `modules-right-to-left-${index + 1}`,
  comment: `${group.join(', ')} may not use a module of a later group`,
  severity: 'error',
  from: { path: `^src/modules/${oneOf(group)}/`, pathNot: test },
  to: { path: `^src/modules/${oneOf(groups.slice(index + 1).flat())}/` },
}))

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'Files that need each other are one file, or three',
      severity: 'error',
      from: {},
      // A type is gone when the program runs: a view may name the model that its page makes.
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'resolvable',
      comment: 'What is imported exists and is declared in package.json',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(node:|pg$)' },
    },
    {
      name: 'platform-knows-nobody',
      comment: 'The platform knows nothing of social care and nothing of how it looks',
      severity: 'error',
      from: { path: '^src/platform/', pathNot: test },
      to: { path: '^src/', pathNot: '^src/platform/' },
    },
    {
      name: 'ui-knows-only-platform',
      severity: 'error',
      from: { path: '^src/ui/', pathNot: test },
      to: { path: '^src/', pathNot: '^src/(ui|platform)/' },
    },
    {
      name: 'modules-know-no-app',
      comment: 'Only what stands above the modules (app, main, cli, demonstration) knows them all',
      severity: 'error',
      from: { path: '^src/modules/', pathNot: test },
      to: { path: '^src/', pathNot: '^src/(modules|ui|platform)/' },
    },
    {
      name: 'modules-by-their-door',
      comment: 'Another module is used through its index.ts',
      severity: 'error',
      from: { path: '^src/modules/([^/]+)/', pathNot: test },
      to: { path: '^src/modules/[^/]+/', pathNot: ['^src/modules/$1/', '^src/modules/[^/]+/index\\.ts$'] },
    },
    {
      name: 'outside-by-the-door',
      comment: 'What stands above the modules uses their index.ts too',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/modules/', '^src/test/', '^src/cli\\.ts$', test] },
      to: { path: '^src/modules/[^/]+/', pathNot: '^src/modules/[^/]+/index\\.ts$' },
    },
    {
      name: 'command-line-by-its-own-door',
      comment:
        "The command line loads no pages: it takes a module's standalone.ts, which brings commands that need no house",
      severity: 'error',
      from: { path: '^src/cli\\.ts$' },
      to: { path: '^src/modules/[^/]+/', pathNot: '^src/modules/[^/]+/standalone\\.ts$' },
    },
    {
      name: 'known-modules-only',
      comment: 'A new module takes its place in the groups at the top of this file',
      severity: 'error',
      from: { path: '^src/', pathNot: test },
      to: { path: '^src/modules/[^/]+/', pathNot: `^src/modules/${oneOf(groups.flat())}/` },
    },
    ...groupRules,
    {
      name: 'views-only-show',
      comment: 'A view prints what it is given: it neither reads nor acts',
      severity: 'error',
      from: { path: '(^|/)view\\.tsx$' },
      to: { path: '(^|/)(store|actions)(/|\\.ts$)|^src/platform/db/|^db/|node_modules/(pg|kysely)/' },
    },
    {
      name: 'stores-know-no-pages',
      severity: 'error',
      from: { path: '(^|/)store\\.ts$' },
      to: { path: '(^|/)(page|view|form)\\.tsx?$|^src/(ui|platform/web)/|node_modules/(fastify|preact)/' },
    },
    {
      name: 'domain-is-pure',
      comment: 'The domain in the nouns of the field has no database, no pages, no network, no clock of its own',
      severity: 'error',
      from: {
        path: '^src/modules/[^/]+/[^/]+\\.ts$',
        pathNot: [
          '/(index|paths|store|actions|page|pages|form|jobs|job|commands|figures|loader|load|api)\\.ts$',
          test,
          '-(store|actions|page|job|jobs|figures)\\.ts$',
        ],
      },
      to: {
        path: '(^|/)(store|actions)\\.ts$|^src/platform/(db|web|jobs|mail|record|drafts)/|^db/|node_modules/(pg|kysely|fastify|preact|nodemailer)/|^(node:)?(fs|net|http|https|child_process|fs/promises)$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'forms-know-no-database',
      severity: 'error',
      from: { path: '(^|/)form\\.ts$' },
      to: {
        path: '(^|/)(store|actions)\\.ts$|^src/platform/(db|web)/|^db/|node_modules/(pg|kysely|fastify)/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'packages-to-be',
      comment: 'ui/govuk and practice-language/engine import nothing of ours, so that they can become packages',
      severity: 'error',
      from: { path: '^src/(ui/govuk|modules/practice-language/engine)/', pathNot: test },
      to: { path: '^(src|db|tools)/', pathNot: '^src/$1/' },
    },
    {
      name: 'tests-stay-tests',
      comment: 'The program does not use what is there for tests',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/test/', '/fixtures/', '/attack/', test] },
      to: { path: `^src/test/|${test}|node_modules/(vitest|playwright-core|axe-core|linkedom|fast-check|highs)/` },
    },
  ],
  options: {
    // TypeScript 7 has no interface for tools, and swc needs none.
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|data|coverage)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['node', 'import', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
}
