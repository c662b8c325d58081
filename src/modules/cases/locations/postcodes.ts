// The areas that exist. Without them "to 2 be" or "A4 2nd" would be postcodes.
const areas = new Set(
  `AB AL B BA BB BD BF BH BL BN BR BS BT BX CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G GL GU GY
HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR
RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE ZZ`.split(
    /\s+/,
  ),
)

// Between the halves anything that people type there; at most eight signs, so that no text makes it slow.
const usual = /(?<![a-z0-9])([a-z]{1,2})(\d[a-z0-9]?)[\s.,_*()/-]{0,8}(\d)[abd-hjlnp-uw-z]{2}(?![a-z0-9])/gi
// Capitals, with O for nought and single spaces, dots or hyphens anywhere: "E 8 4 P H", "E8 OPH".
const spaced =
  /(?<![A-Za-z0-9])([A-Z][ .-]?[A-Z]?)[ .-]?\d[ .-]?[A-Z0-9]?[\s.-]{0,4}[\dO][ .-]?[ABD-HJLNP-UW-Z][ .-]?[ABD-HJLNP-UW-Z](?![A-Za-z0-9])/g
// Glued to the word before: "LondonE84PH".
const glued = /(?<=[a-z])([A-Z]{1,2})\d[A-Z0-9]? ?\d[ABD-HJLNP-UW-Z]{2}(?![A-Za-z0-9])/g

/** Places of what looks like a postcode of the United Kingdom. */
export const postcodesIn = (text: string): [start: number, end: number][] =>
  [usual, spaced, glued].flatMap((pattern) =>
    [...text.matchAll(pattern)]
      .filter((match) => areas.has((match[1] ?? '').replaceAll(/[^A-Za-z]/g, '').toUpperCase()))
      .map((match): [number, number] => [match.index, match.index + match[0].length]),
  )
