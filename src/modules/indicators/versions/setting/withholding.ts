/** What is withheld when figures leave a borough: 1 to `highestWithheld`, and 0 where zeros are hidden. */
export type Withholding = {
  readonly highestWithheld: number
  readonly zerosHidden: boolean
  /** 0: nobody has set it, so the Department's rule holds. */
  readonly version: number
}

/** The Department for Education's rule. */
export const departments: Withholding = { highestWithheld: 5, zerosHidden: false, version: 0 }
