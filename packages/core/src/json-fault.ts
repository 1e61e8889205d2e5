/** The text is cut this often to find a fault, each time at the cost of parsing it; beyond this length the place is not looked for. */
const SEARCHED_LENGTH = 1_000_000

/**
 * What `JSON.parse` has against a text, in one line and with its line and column, counted from one.
 * V8 tells the place of most faults; it quotes the text around an unexpected token instead, and that place is looked for here.
 */
export function describeFault(text: string, cause: unknown): string {
  const said = messageOf(cause)
  const place = placeSaid(said) ?? placeAt(text, position(text, said))
  const reason = said.replace(/ in JSON at position [\s\S]*$/, '').replace(/^(Unexpected token '[\s\S]+?'), [\s\S]*$/, '$1').replaceAll(/\s+/g, ' ')
  return place === undefined ? reason : `${reason} (${place})`
}

const messageOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause))

/** The place as V8 and Firefox write it. */
function placeSaid(said: string): string | undefined {
  const [, line, column] = /\bline (\d+) column (\d+)/.exec(said) ?? []
  return line === undefined || column === undefined ? undefined : `line ${line}, column ${column}`
}

function placeAt(text: string, at: number | undefined): string | undefined {
  if (at === undefined) return undefined
  const before = text.slice(0, at)
  return `line ${before.split('\n').length}, column ${at - before.lastIndexOf('\n')}`
}

const END = 'Unexpected end of JSON input'

function position(text: string, said: string): number | undefined {
  if (said === END) return text.length
  const isUnplaced = said.endsWith('is not valid JSON') && text.length <= SEARCHED_LENGTH
  return isUnplaced ? firstFault(text) : undefined
}

/** Index of the first character that no JSON could have there: the shortest beginning with a fault ends with it. */
function firstFault(text: string): number {
  let sound = 0
  let faulty = text.length
  while (faulty - sound > 1) {
    const middle = Math.floor((sound + faulty) / 2)
    if (hasFault(text.slice(0, middle))) faulty = middle
    else sound = middle
  }
  return faulty - 1
}

/** Whether something is wrong with a beginning besides that it ends too early. */
function hasFault(beginning: string): boolean {
  try {
    JSON.parse(beginning)
    return false
  } catch (cause) {
    const said = messageOf(cause)
    const at = /at position (\d+)/.exec(said)?.[1]
    return said !== END && (at === undefined || Number(at) < beginning.length)
  }
}
