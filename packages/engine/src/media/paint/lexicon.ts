import { fromLch, hex, toLch, type Rgb } from './colours.ts'
import { smooth } from './maths.ts'
import { hashText } from './random.ts'

export const TIMES = ['dawn', 'day', 'dusk', 'night', 'storm'] as const
export type Time = (typeof TIMES)[number]
export const PLACES = ['mountain', 'sea', 'forest', 'city', 'desert'] as const
export type Place = (typeof PLACES)[number]

const list = (words: string): readonly string[] => words.split(' ')

const TIME_WORDS: Readonly<Record<Time, readonly string[]>> = {
  dawn: list('dawn sunrise morning daybreak aurore aube early spring blossom'),
  day: list('day noon midday sunny bright summer afternoon clear daylight'),
  dusk: list('dusk sunset evening twilight golden autumn fall ember sundown'),
  night: list('night midnight moon moonlit moonlight stars starry nocturne dark space'),
  storm: list('storm rain stormy thunder fog foggy mist misty grey gray winter snow overcast'),
}

const PLACE_WORDS: Readonly<Record<Place, readonly string[]>> = {
  mountain: list('mountain mountains alps peak peaks ridge valley himalaya summit hill hills volcano'),
  sea: list('sea ocean lake water river island coast beach bay wave waves fjord shore harbour harbor'),
  forest: list('forest wood woods tree trees pine pines jungle taiga grove garden'),
  city: list('city town skyline street tower towers metropolis urban village building buildings castle'),
  desert: list('desert dune dunes sand sahara canyon mesa savanna steppe'),
}

/** Colour words, each with its colour. */
const COLOURS: Readonly<Record<string, string>> = {
  crimson: '#b3122e', scarlet: '#d7263d', red: '#cf2f36', ruby: '#9b1b30', cherry: '#a61c3c', vermilion: '#e34a33',
  orange: '#ee8434', tangerine: '#f28c28', peach: '#f7b58f', apricot: '#f3a469', coral: '#f0716b', amber: '#f2a52b', copper: '#b76e3a', rust: '#a3492b', terracotta: '#c5643f',
  gold: '#d9a832', yellow: '#f1cf45', honey: '#e0a03a', ochre: '#c08a2e', lemon: '#f3e163', cream: '#f5ecd7', sand: '#d9bd8b', beige: '#d8c7a9', brown: '#7a5234', sepia: '#6e5137',
  green: '#3f8f5b', emerald: '#14855f', jade: '#2f9c7a', mint: '#8fd6b4', olive: '#7d7f3a', lime: '#a5c63b', moss: '#6c7f3f', sage: '#9aae8b', forestgreen: '#2c5e3f',
  teal: '#15808a', turquoise: '#2fb5b0', cyan: '#37b9d6', aqua: '#57c4c9', azure: '#3a8fd0', blue: '#2f62b5', cobalt: '#2149a3', navy: '#1c2c57', indigo: '#3b3a98', ultramarine: '#2a34a8', sky: '#82bfe6',
  violet: '#7446b0', purple: '#7b3fa0', lavender: '#a99ad9', lilac: '#bfa2d6', plum: '#73345e', magenta: '#c02f8c', fuchsia: '#cf3a92', pink: '#ec8fae', rose: '#d9708b', blush: '#efb5b5', burgundy: '#6d1a36',
  black: '#17171c', white: '#f4f2ec', silver: '#b9bfc6', charcoal: '#33363d', ivory: '#f3ecd9', ebony: '#2a2422', slate: '#596673', ash: '#8c8f90',
}

/** What a prompt's words say about a picture. */
export interface Reading {
  readonly words: readonly string[]
  /** In the prompt's order. */
  readonly colours: readonly Rgb[]
  readonly time: Time | undefined
  readonly place: Place | undefined
}

const lookUp = <T extends string>(words: readonly string[], lexicon: Readonly<Record<T, readonly string[]>>): T | undefined => {
  for (const word of words) {
    for (const key of Object.keys(lexicon) as T[]) if (lexicon[key].includes(word)) return key
  }
  return undefined
}

/** Reads a prompt: lower case, words of letters and digits, accents kept. */
export function readPrompt(prompt: string): Reading {
  const words = prompt.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const colours = words.flatMap((word) => (Object.hasOwn(COLOURS, word) ? [hex(COLOURS[word] as string)] : []))
  return { words, colours, time: lookUp(words, TIME_WORDS), place: lookUp(words, PLACE_WORDS) }
}

/** Colours of a picture: six from dark to light, two that stand out. */
export interface Palette {
  readonly ramp: readonly Rgb[]
  readonly accents: readonly [Rgb, Rgb]
}

const palette = (ramp: string, accents: string): Palette => {
  const [first, second] = list(accents).map(hex)
  return { ramp: list(ramp).map(hex), accents: [first as Rgb, second as Rgb] }
}

const PALETTES: readonly Palette[] = [
  palette('#1f1a3a #3d2c6e #8a4f8f #e0777d #f9c784 #fcefdc', '#ffb347 #5bc0be'),
  palette('#0b1f2a #123c4a #1f6f78 #5fb0a5 #e6c36a #f8eed1', '#e76f51 #f4a261'),
  palette('#10201a #1d3b2f #3a6b4c #84a968 #d9c77e #f5efdc', '#c8553d #e0a458'),
  palette('#180a10 #3b0f22 #7d1a33 #c8394f #f08a6b #fbe3cf', '#f6bd60 #5a7d9a'),
  palette('#081b33 #123b66 #2a6f97 #61a5c2 #a9d6e5 #f1f7f9', '#ffb703 #f2743a'),
  palette('#1a1533 #3a2e66 #6b5ca5 #a594d6 #dcc9ee #f8f2fb', '#f2a6c0 #7cc6a4'),
  palette('#2b1a14 #5c3325 #a4563a #d98e5f #f0c896 #fbf1e0', '#2f6d80 #84a59d'),
  palette('#14171c #2d333d #566070 #8d99a8 #cdd4da #f6f4ef', '#d1495b #edae49'),
  palette('#16302b #2e5e4e #6da34d #b8d47a #f7e6a2 #fffaf0', '#ef798a #5aa9e6'),
  palette('#2a1420 #5b2840 #a44a6b #dd8a9c #f5c7bd #fff3ee', '#d4a24c #6a8e91'),
  palette('#0b0a1e #1d1147 #4b1d8f #b12fa7 #ff5d8f #ffd6c0', '#22d3ee #facc15'),
  palette('#23130d #55260f #9c4a1a #d9832b #f0bd58 #fbf0d2', '#6b7d3a #8a2c2c'),
]

/** Lightness, and chroma relative to the named colour's, of a palette built from named colours. */
const LADDER: readonly (readonly [lightness: number, chroma: number])[] = [
  [0.18, 0.35],
  [0.32, 0.75],
  [0.5, 1],
  [0.68, 0.95],
  [0.84, 0.6],
  [0.965, 0.14],
]

/** The palette the prompt names; else one that its words choose. */
export function paletteOf(reading: Reading): Palette {
  const [first, second = first] = reading.colours
  if (first === undefined || second === undefined) return PALETTES[hashText(reading.words.join(' ')) % PALETTES.length] as Palette
  const [from, to] = [toLch(first), toLch(second)]
  // Lights of a single colour drift towards yellow, as light does; its shadows stay behind.
  const turn = second === first ? Math.max(-0.13, Math.min(0.13, shortestTurn(from.hue, YELLOW))) : shortestTurn(from.hue, to.hue)
  const ramp = LADDER.map(([lightness, chroma], i) => {
    // Two named colours share the palette, the darks one and the lights the other: in between lies a third that nobody named.
    const share = second === first ? i / (LADDER.length - 1) : smooth(1.6, 3.2, i)
    return fromLch({ lightness, chroma: chroma * (from.chroma + (to.chroma - from.chroma) * share), hue: from.hue + turn * share })
  })
  const opposite = fromLch({ lightness: 0.72, chroma: Math.max(0.09, from.chroma * 0.8), hue: from.hue + 0.45 })
  return { ramp, accents: [second === first ? opposite : second, reading.colours[2] ?? (second === first ? first : opposite)] }
}

/** In turns of OKLab's hue. */
const YELLOW = 0.29

const shortestTurn = (from: number, to: number): number => {
  const turn = to - from
  return turn > 0.5 ? turn - 1 : turn < -0.5 ? turn + 1 : turn
}
