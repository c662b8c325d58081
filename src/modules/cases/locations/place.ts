/** The line of a text, from 1, on which something stands. */
export const lineOfPlace = (text: string, start: number): number => text.slice(0, start).split('\n').length
