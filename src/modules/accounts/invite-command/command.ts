import { newToken } from '#platform/access/tokens.ts'
import type { Command } from '#platform/module.ts'
import { addInvitation, invitationDays } from '../invitation-store.ts'
import { paths } from '../paths.ts'
import { readInviteOptions, servesPartnership } from './options.ts'
import { organisationCalled, partnershipCalled } from './store.ts'

/** `throughline invite`: the first administrator of an organisation, for whom there is nobody to invite them. Prints the one-time link. */
export const inviteCommand: Command = {
  name: 'invite',
  usage: 'invite --partnership NAME --organisation NAME [--kind authority] --name NAME --email ADDRESS [--role admin]',
  summary: 'invite the first administrator of an organisation, making it and its partnership where they are missing',
  async run({ db, services, args, print }) {
    const read = readInviteOptions(args)
    if ('problems' in read) {
      for (const problem of read.problems) print(problem)
      return 2
    }
    const { options } = read
    const token = newToken()
    const made = await db.write({ role: 'r_command' }, async (tx) => {
      const partnership = await partnershipCalled(tx, options.partnership)
      const organisation = await organisationCalled(tx, partnership.id, options)
      const partnershipId = servesPartnership(options.role) ? partnership.id : null
      const choice = { role: options.role, partnershipId, partnership: options.partnership }
      await addInvitation(tx, {
        token,
        organisationId: organisation.id,
        choice,
        email: options.email,
        name: options.name,
        personId: null,
        invitedBy: null,
      })
      return { partnership: partnership.made, organisation: organisation.made }
    })
    if (made.partnership) print(`Made the partnership ${options.partnership}.`)
    if (made.organisation) print(`Made the organisation ${options.organisation}, a member from today.`)
    print(`Give this link to ${options.name}. It works once and for ${invitationDays} days:`)
    print(`${services.baseUrl}${paths.invitation.to({ token })}`)
    return 0
  },
}
