/** The script of every page. Everything works without it. */
import { startAutosave } from './autosave.ts'
import { startComponents } from './govuk.ts'
import { guardForms } from './once.ts'
import { reloadOnBack, startUploads } from './upload.ts'
import { startWording } from './wording.ts'

startComponents(document)
startAutosave(document)
guardForms(document)
startWording(document)
startUploads(document)
if (document.querySelector('[data-upload]') !== null) reloadOnBack()
