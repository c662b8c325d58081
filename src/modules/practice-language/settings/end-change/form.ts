import { z } from 'zod'
import { reasonOf } from '../questions.ts'

export const endChangeForm = z.strictObject({ reason: reasonOf('Enter the reason') })
