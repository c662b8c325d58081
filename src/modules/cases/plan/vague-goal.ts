/** Words that nobody could say were kept or not, why, and a question that makes something of them. */
export type VagueGoal = { readonly phrase: string; readonly reason: string; readonly question: string }

type Group = { readonly find: RegExp; readonly reason: string; readonly question: string }

// Word boundaries by letters: \b does not know é.
const words = (pattern: string): RegExp => new RegExp(`(?<!\\p{L})(?:${pattern})(?!\\p{L})`, 'iu')

const services =
  '(?:(?:the|all|other|relevant|support|local|children.s|social|specialist|local authority) ){0,4}(?:services?|professionals|agenc(?:y|ies)|support|social care|social workers?|workers?|authority|plan|process|programme|intervention|safety plan)'
const openly = '(?:(?:fully|openly|well|meaningfully|positively|honestly|consistently|more) ){0,4}'

const groups: readonly Group[] = [
  {
    find: words(`${openly}(?:re-?)?engag(?:es?|ed|ing) ${openly}(?:with|in) ${services}`),
    reason: 'is a promise to others, and does not say what would be different at home',
    question: 'Which sessions, by when, and how would you know?',
  },
  {
    find: words(
      `${openly}(?:work(?:s|ed|ing)?|co-?operat(?:es?|ed|ing)|compl(?:y|ies|ied|ying)) ${openly}(?:together )?(?:with|alongside) ${services}`,
    ),
    reason: 'can be done without any change of behaviour towards the family',
    question:
      'What would be done differently towards the children and their other parent, by when, and who would see it?',
  },
  {
    find: words(
      '(?:attend(?:s|ed|ing)?|goes to|go to|keep(?:s|ing)?|turn(?:s|ing)? up (?:to|for)) (?!(?:all|every|each|the first|at least)(?!\\p{L})|\\p{N})(?:(?:any|his|her|their|the|some|regular|relevant|programme|parenting|anger management|group|support) ){0,4}(?:appointments?|sessions?|meetings?|courses?|classes|programmes?|groups?|anger management)',
    ),
    reason: 'counts being there, and not how often or what comes of it',
    question: 'Which sessions, how many of them, by when, and what would be different at home?',
  },
  {
    find: words(
      '(?:show(?:s|ed|ing)?|gain(?:s|ed|ing)?|develop(?:s|ed|ing)?|demonstrat(?:es?|ed|ing)|ha(?:s|ve)|increas(?:es?|ed|ing)|build(?:s|ing)?) (?:(?:some|better|more|greater|good|his|her|their|a|an|full|genuine) ){0,4}(?:insight|understanding|awareness|remorse|empathy|commitment|motivation|willingness|accountability)',
    ),
    reason: 'is inside a person, where nobody can see it',
    question: 'What would somebody see or hear at home, by when, that shows it?',
  },
  {
    find: words(
      '(?:tak(?:es?|ing) (?:full |more |some )?responsibility|accept(?:s|ed|ing)? (?:full |more |some )?responsibility|address(?:es|ed|ing)? (?:(?:his|her|their|the) )?(?:abusive )?(?:behaviours?|issues?|anger|abuse|concerns?|domestic abuse|drinking|substance use)|chang(?:es?|ing) (?:(?:his|her|their|the) )?(?:abusive )?behaviours?|improv(?:es?|ed|ing) (?:(?:his|her|their|the) )?(?:behaviour|communication|relationship|parenting|attitude)|manag(?:es?|ed|ing) (?:his|her|their) (?:anger|emotions|feelings|temper|behaviour))',
    ),
    reason: 'does not say which behaviour, or what would take its place',
    question: 'Which behaviour stops, what happens instead, by when, and who would see it?',
  },
  {
    find: words(
      '(?:(?:is|are|be|becom(?:es?|ing)|being) (?:a )?(?:more |a more |better |a better |less |a good )(?:supportive|respectful|positive|involved|controlling|aggressive|abusive|father|mother|dad|mum|parent|partner)|(?:reduc(?:es?|ed|ing)|avoid(?:s|ed|ing)?|minimis(?:es?|ed|ing)) (?:the )?(?:conflict|arguments?|risks?|incidents?|tension)|prioritis(?:es?|ed|ing) (?:the )?(?:children|child|needs of|his children|her children|their children)|put(?:s|ting)? the (?:children|child) first|keep(?:s|ing)? the (?:children|child|family) safe)',
    ),
    reason: 'can mean anything, and nobody could say whether it happened',
    question: 'What exactly would be done or not done, by when, and who would see it?',
  },
]

/** The first words of a goal that nobody could measure; null where there are none. A question for its writer, never a gate. */
export const vagueGoal = (text: string): VagueGoal | null => {
  const found = groups.flatMap(({ find, reason, question }) => {
    const match = find.exec(text.replaceAll(/\s+/g, ' ').replaceAll('’', "'"))
    return match ? [{ at: match.index, phrase: match[0].trim(), reason, question }] : []
  })
  const [first] = found.sort((a, b) => a.at - b.at)
  return first ? { phrase: first.phrase, reason: first.reason, question: first.question } : null
}

/** What is said at the field. */
export const vagueInWords = ({ phrase, reason, question }: VagueGoal): string => `“${phrase}” ${reason}. ${question}`
