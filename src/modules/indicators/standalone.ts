/** What the command line takes from here: a command that needs neither pages nor database, and so loads none. */
export { indicatorsCommand } from './command/command.ts'
