import { currentTerm, memberIn, type Reading, type Term, upTo } from '#modules/people/index.ts'
import type { ReadDb } from '#platform/db/connection.ts'
import { byReturn, monthsDue, termConsultations } from '../months.ts'
import { countByMonth, readAllConsultations, readReturns } from '../store.ts'

/** What the reader may count: their own borough term by term, or every borough in one term. */
export const loadFigures = async (db: ReadDb, reading: Reading) => {
  const term = reading.term ?? currentTerm(reading)
  const { partnership } = reading
  if (partnership === null || term === null) return { reading, term: null, all: null, own: null }
  return reading.wide
    ? { reading, term, all: await everyBorough(db, reading, partnership.id, term), own: null }
    : { reading, term, all: null, own: await ownBorough(db, reading, partnership.id) }
}

const everyBorough = async (db: ReadDb, reading: Reading, partnershipId: string, term: Term) => {
  const rows = await readAllConsultations(db, partnershipId, upTo(reading))
  return reading.boroughs
    .filter(({ id }) => memberIn(reading, id, term))
    .map(({ id, name }) => {
      const row = rows.find((each) => each.term === term.number && each.authorityId === id)
      return { borough: name, counted: termConsultations(row?.consultations ?? 0, row?.months ?? 0) }
    })
}

const ownBorough = async (db: ReadDb, reading: Reading, partnershipId: string) => {
  const { organisation, memberships, terms, today } = reading
  const returns = await readReturns(db, partnershipId, organisation.id)
  const held = await countByMonth(db, organisation.id)
  const own = memberships.filter((each) => each.organisation.id === organisation.id && each.capacity === 'authority')
  const rows = []
  for (const term of terms) {
    const { sent, counted, outside } = byReturn(held, returns, term)
    const due = own
      .filter(({ starts, ends }) => starts < term.ends && (ends === null || ends > term.starts))
      .flatMap((membership) => monthsDue(term, membership, today))
    rows.push({
      term,
      member: memberIn(reading, organisation.id, term),
      counted,
      outside,
      missing: due.filter((month) => !sent.includes(month)),
    })
  }
  return rows
}

export type LoadedFigures = Awaited<ReturnType<typeof loadFigures>>
