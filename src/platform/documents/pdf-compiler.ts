import { boxFamilies, boxFonts } from './pdf-boxes.ts'
import { compilerProcess } from './pdf-process.ts'
import { template } from './pdf-template.ts'

/**
 * The typefaces asked for each sign, in this order. The first three are inside the compiler; no other one of the machine
 * is asked, so that a document looks the same wherever it is made.
 */
const families: readonly string[] = ['Libertinus Serif', 'New Computer Modern', 'DejaVu Sans Mono', ...boxFamilies]

const compile = compilerProcess(() => ({ fonts: boxFonts(), template }))

/**
 * The template filled with data, as PDF/UA-1.
 * @throws Error when the compiler refuses, or does not come to an end. It says nothing of the document.
 */
export const compilePdf = (data: object): Promise<Buffer> => compile(JSON.stringify({ ...data, fonts: families }))
