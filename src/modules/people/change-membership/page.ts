import { addDays, formatDate } from '#platform/dates.ts'
import { formPage } from '#platform/web/form-page.ts'
import { managePartnership } from '../access.ts'
import { joinedText, leftText, type Membership, overlappingMembership, stageNames } from '../partnership.ts'
import { paths } from '../paths.ts'
import { lockPartnership, readMemberships, readPartnerships, updateMembership } from '../store.ts'
import { versionSeen } from '../versions.ts'
import { membershipChangeForm } from './form.ts'
import { ChangeMembership } from './view.tsx'

export const changeMembershipPage = formPage({
  path: paths.changeMembership,
  permission: managePartnership,
  record: { act: 'membership.changed', subject: ({ membership }) => ({ kind: 'membership', id: membership.id }) },
  title: 'Change a membership',
  area: 'Settings',
  form: ({ membership }) => membershipChangeForm(membership.capacity),
  async load({ db, params }) {
    const [partnership] = await readPartnerships(db)
    const membership = partnership && (await readMemberships(db, partnership.id)).find(({ id }) => id === params.id)
    return partnership && membership ? { partnership, membership } : null
  },
  initial: ({ membership: { stage, starts, ends, note } }) => ({
    stage: stage ?? '',
    joined: starts,
    left: ends === null ? '' : addDays(ends, -1),
    note,
  }),
  async save({ db, input, loaded, asked }) {
    const { partnership, membership } = loaded
    await lockPartnership(db, partnership.id)
    const others = await readMemberships(db, partnership.id)
    const now = others.find(({ id }) => id === membership.id) ?? membership
    if (versionSeen(asked) !== String(now.version)) return { theirs: inWords(now) }
    const dates = { organisationId: membership.organisation.id, capacity: membership.capacity, ...input }
    const overlap = overlappingMembership(dates, others, membership.id)
    if (overlap)
      return {
        errors: { joined: `These dates share days with its other membership, from ${formatDate(overlap.starts)}` },
      }
    if (!(await updateMembership(db, membership.id, now.version, input))) return { theirs: inWords(now) }
    return { redirect: paths.partnership.to(), cookies: { flash: 'The membership was changed.' } }
  },
  view: ChangeMembership,
})

const inWords = (membership: Membership) => ({
  stage: membership.stage === null ? 'none' : stageNames[membership.stage],
  joined: joinedText(membership),
  left: leftText(membership) ?? 'none set',
  note: membership.note,
})
