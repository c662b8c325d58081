/** Reading a return in a process of its own, without the children's ids. */
export { lookAtReturn, type ReturnToRead, readReturn } from './read-return.ts'
