/** Where a step stands: `rank` counts along the flow, `lane` beside it. */
export interface Placed<T> {
  readonly step: T
  readonly rank: number
  readonly lane: number
}

interface Linked {
  readonly node_id: string
  readonly after: readonly string[]
}

/** Places steps so that each stands behind those it waits for, on in the lane of the first of them where that is free. The steps come in their order. */
export function placeSteps<T extends Linked>(steps: readonly T[]): readonly Placed<T>[] {
  const placed = new Map<string, Placed<T>>()
  const taken = new Set<string>()
  for (const step of steps) {
    const before = step.after.flatMap((id) => placed.get(id) ?? [])
    const rank = Math.max(-1, ...before.map((one) => one.rank)) + 1
    let lane = before[0]?.lane ?? 0
    while (taken.has(`${rank}/${lane}`)) lane += 1
    taken.add(`${rank}/${lane}`)
    placed.set(step.node_id, { step, rank, lane })
  }
  return [...placed.values()]
}

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface Drawing {
  readonly boxes: ReadonlyMap<string, Box>
  /** SVG path data of the links. */
  readonly links: readonly string[]
  readonly width: number
  readonly height: number
}

const CARD = { width: 216, height: 100 }
const GAP = { along: 36, beside: 12 }
const LEAST_CARD = 140

/** Draws placed steps into a width, in pixels: from left to right, or downwards where they do not fit side by side. */
export function drawSteps<T extends Linked>(placed: readonly Placed<T>[], width: number): Drawing {
  const ranks = 1 + Math.max(-1, ...placed.map(({ rank }) => rank))
  const lanes = 1 + Math.max(-1, ...placed.map(({ lane }) => lane))
  const across = ranks * CARD.width + (ranks - 1) * GAP.along
  const isAcross = across <= width
  const fitting = (width - (lanes - 1) * GAP.beside) / Math.max(1, lanes)
  const card = isAcross ? CARD : { width: Math.max(LEAST_CARD, Math.min(360, fitting)), height: CARD.height }
  const boxes = new Map(placed.map(({ step, rank, lane }): [string, Box] => {
    const x = isAcross ? rank * (card.width + GAP.along) : lane * (card.width + GAP.beside)
    const y = isAcross ? lane * (card.height + GAP.beside) : rank * (card.height + GAP.along / 2)
    return [step.node_id, { x, y, ...card }]
  }))
  const links = placed.flatMap(({ step }) => step.after.flatMap((id) => linkOf(boxes.get(id), boxes.get(step.node_id), isAcross)))
  const all = [...boxes.values()]
  return { boxes, links, width: Math.max(0, ...all.map((box) => box.x + box.width)), height: Math.max(0, ...all.map((box) => box.y + box.height)) }
}

function linkOf(from: Box | undefined, to: Box | undefined, isAcross: boolean): readonly string[] {
  if (from === undefined || to === undefined) return []
  const [x1, y1, x2, y2] = isAcross
    ? [from.x + from.width, from.y + from.height / 2, to.x, to.y + to.height / 2]
    : [from.x + from.width / 2, from.y + from.height, to.x + to.width / 2, to.y]
  const [cx, cy] = [(x1 + x2) / 2, (y1 + y2) / 2]
  return [isAcross ? `M${x1} ${y1}C${cx} ${y1} ${cx} ${y2} ${x2} ${y2}` : `M${x1} ${y1}C${x1} ${cy} ${x2} ${cy} ${x2} ${y2}`]
}
