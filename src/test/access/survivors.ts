/** Mutants that live because they change nothing that anybody can reach. Each is explained in docs/access-matrix.md. */
export const survivors: readonly RegExp[] = [
  // Behind column grants: no column that the check looks at may be changed by this role.
  /^(organisation|person|team|account|role_grant|invitation)\.admin_change: with check \(true\)$/,
  /^(membership|term)\.project_change: with check \(true\)$/,
  // A constraint of role_grant says the same: only these roles name a partnership.
  /^access\.may_read_figures: "m\.role in \('project', 'evaluator', 'training'\) and " becomes ""$/,
  // A foreign key of invitation says the same: the member of staff is of the organisation that invites.
  /^access\.accept_invitation: "and a\.organisation_id = i\.organisation_id and" becomes "and"$/,
  // Behind column grants, as above; that a change cannot end before today is in src/modules/practice-language/settings/store.test.ts.
  /^wording_overlay\.lead_end: with check \(true\)$/,
  /^wording_offer\.lead_outcome: with check \(true\)$/,
  // Behind column grants, as above.
  /^mail\.put(_case)?: with check \(true\)$/,
  /^invitation\.command_add: with check \(true\)$/,
  // Behind column grants, as above: no family, borough or partnership of a row may be changed by anybody.
  /^(case_note|case_referral|complexity|engagement_attempt|family|family_individual|family_worker|guidance_link|individual|letter|pattern_entry|plan_action|protective_effort|relation|safety_plan|supervision|vault_entry)\.change: with check \(true\)$/,
  // Whoever sees a family is in its borough, whose chain holds all that is recorded of it.
  /^access\.family_record: "(on e\.chain = m\.organisation_id|e\.subject_kind = 'family' and )" becomes "(on true)?"$/,
  // A sealed family is hidden from whoever is not named, and whoever is named works with it anyway: the clauses before it say so already.
  /^access\.break_glass: "and not exists \(select from public\.family_seal s where .*" becomes ""$/,
]
