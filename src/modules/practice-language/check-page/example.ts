/** An invented note, written as notes are written. Each kind of wording that the check knows is in it. */
export const note = `Home visit, 12 May. The parents have a toxic relationship and there have been several incidents of domestic violence in the home. On Friday there was an altercation between the parents and mum sustained a black eye. Dad lost his temper and things got a bit out of hand.

Mum failed to protect the children and continues to let dad into the property. She chooses to stay in the relationship and shows disguised compliance. She has agreed to keep the children away from dad.

The children were asleep and were not affected. The grandmother said “it was just an argument”. There have been no further incidents since Friday.`

/** The same visit with who did what to whom, what she does, and what the children live with. */
export const rewritten = `Home visit, 12 May. Since 2023 Mr Carr has hit Ms Hale, taken her bank card and checked her phone each evening. On Friday Mr Carr punched Ms Hale in the face and gave her a black eye. He had been drinking; he has also hit her when sober.

Mr Carr comes to the flat although Ms Hale has told him not to, and he kicks the door until she opens it. Each time she takes the children to the back room first and stays between them and him. She rang the police twice and both times he threatened to tell the court that she drinks. She did not want to talk while he was in the next room, so we met at the school.

Nia, 7, heard Mr Carr hit her mother on Friday and could not sleep that night. Since Friday Mr Carr has texted her every hour to ask where she is.`
