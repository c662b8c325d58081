import { readers, workers } from './families.ts'
import type { CallPolicy } from './policy.ts'

const reading: CallPolicy = { who: [...readers, 'access'] }
const writing: CallPolicy = { who: [...workers, 'access'] }
const sealing: CallPolicy = { who: ['supervisor', 'borough_lead', 'access'] }
const onDuty: CallPolicy = { who: ['supervisor', 'access'] }
const inside: CallPolicy = { who: ['access'] }
const system: CallPolicy = { who: ['system', 'access'] }
const byTheTables: CallPolicy = { who: ['owner', 'access'], trigger: true }

/** The functions about families. */
export const caseCalls: Readonly<Record<string, CallPolicy>> = {
  'access.families()': reading,
  'access.hidden_families()': reading,
  'access.sees_family(uuid)': reading,
  'access.pattern_elsewhere(uuid)': reading,
  'access.search_families(text)': reading,
  'access.family_record(uuid,integer)': reading,
  'access.colleagues()': reading,
  'access.staff_names(uuid[])': { who: [...readers, 'analyst', 'access'] },
  'access.may_join(uuid,text)': writing,
  'access.same_perpetrator(text,date)': writing,
  'access.open_family(text,uuid,text)': { ...writing, proven: true },
  'access.reveal(uuid,text,text)': writing,
  'access.is_revealed(uuid)': writing,
  'access.seal_family(uuid,uuid[],text)': { ...sealing, refusing: true },
  'access.review_seal(uuid,text,text,uuid[])': sealing,
  'access.break_glass(text,text)': onDuty,
  'access.break_glass_managers(uuid)': onDuty,
  'access.two_working_days(date)': inside,
  'access.new_reference()': inside,
  'access.system()': system,
  'access.system_authority()': system,
  'access.system_hidden()': system,
  'access.use_api_key(text)': { who: ['login', 'access'] },
  'access.record_system(text,text,text,text)': { ...system, proven: true },
  'access.receive_family(text,text,uuid,jsonb)': { ...system, proven: true },
  'access.keep_revision()': byTheTables,
  'access.keep_family_facts()': byTheTables,
  'access.keep_form_open()': byTheTables,
}
