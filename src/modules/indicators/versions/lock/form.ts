import { signatureForm } from '../sign/form.ts'

export const lockForm = signatureForm('Tick the box once you have looked at what would leave the borough')
