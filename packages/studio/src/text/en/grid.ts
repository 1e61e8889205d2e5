import { count } from './count.ts'

const number = (value: number): string => value.toLocaleString('en')

/** The first of many cycles. */
const few = (cycles: readonly number[]): string => (cycles.length > 8 ? `${cycles.slice(0, 8).join(', ')}…` : cycles.join(', '))

/** The grid and decisions on a selection. */
export const grid = {
  name: 'All results',
  tools: 'What the sheet shows',
  shown: (cells: number, undecidedOnly: boolean) => (undecidedOnly ? `${number(cells)} to decide` : count(cells, 'result', 'results')),
  undecidedOnly: 'Undecided only',
  selectAll: 'Select all',
  flow: 'One after the other',
  rows: 'A row for each cycle',
  size: 'Size of the pictures',
  selection: 'Selection',
  selected: (cells: number) => `${number(cells)} selected`,
  undoSelected: (cells: number) => `Take ${count(cells, 'decision', 'decisions')} back`,
  clear: 'Select none',
  open: 'Open large',
  done: 'Everything is decided.',
  doneForNow: (making: number) => `Nothing waits for a decision now; ${count(making, 'attempt is', 'attempts are')} being made.`,
  showAll: 'Show all results',
  empty: 'Nothing has been made yet. Results appear here as they come.',
  refused: (refused: number, asked: number, why: string) => `${refused} of ${asked} were refused and are selected now. ${why}`,
  nothingWaits: 'Nothing waits for a decision.',
  nothingToApprove: 'Nothing undecided is selected of a cycle without an approved result. To approve another result of a cycle, select it alone.',
  several: (cycles: readonly number[]) =>
    cycles.length === 1 ? `Several results of cycle ${cycles[0]} are selected. Approve one of them.` : `Several results of cycles ${few(cycles)} are selected. Approve one of each.`,
  alreadySo: 'It is already so for everything selected.',
} as const
