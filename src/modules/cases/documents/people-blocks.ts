import { formatDate, type LocalDate } from '#platform/dates.ts'
import type { DocumentBlock } from '#platform/documents/index.ts'
import { ageOn, type Member, nameOf, partNames, parts } from '../family.ts'
import { relationText } from '../people/person.ts'
import { facts, heading, lines, list } from './blocks.ts'
import type { CaseRecord } from './case-record.ts'

const born = ({ birthOn, expectedOn }: Member, today: LocalDate): string => {
  if (expectedOn !== null) return `Unborn, expected ${formatDate(expectedOn)}`
  const age = ageOn(birthOn, today)
  return birthOn === null ? 'Date of birth not recorded' : `Born ${formatDate(birthOn)}, age ${age ?? 'not known'}`
}

/** Who is in the family, by part, and what they are to one another. */
export const peopleBlocks = ({ family, relations, today }: CaseRecord): DocumentBlock[] => [
  heading(1, 'The people'),
  ...parts.flatMap((part): DocumentBlock[] => {
    const members = family.people.filter((member) => member.part === part)
    if (members.length === 0 && part === 'other') return []
    return [
      heading(2, partNames[part].many),
      ...facts(
        members.map((member) => ({
          term: member.name,
          text: lines(
            born(member, today),
            member.gender,
            member.involvement,
            member.leftOn !== null && `No longer in this family since ${formatDate(member.leftOn)}`,
          ),
        })),
        'Nobody is recorded.',
      ),
    ]
  }),
  heading(2, 'What they are to one another'),
  ...list(
    relations.map(({ fromId, toId, kind, note }) =>
      [relationText(nameOf(family, fromId), kind, nameOf(family, toId)), note].filter(Boolean).join('. '),
    ),
    'Not recorded.',
  ),
]
