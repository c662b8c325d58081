/** Whose figures these are, wherever exact ones are shown or downloaded. */
export const seesFigures = 'for use inside the borough'
