import type { ClipKind } from '@lemouf/core/timeline'

/** The colours of clips of one colour. */
export interface Shades {
  readonly body: string
  readonly title: string
  readonly edge: string
  readonly wave: string
}

/** The theme as a canvas needs it: read when it changes, never while drawing. */
export interface Palette {
  readonly ground: string
  readonly panel: string
  readonly raised: string
  readonly line: string
  readonly dim: string
  readonly ink: string
  readonly accent: string
  readonly approved: string
  readonly rejected: string
  readonly replay: string
  readonly onMark: string
  /** Behind and over clips: the empty picture, and what fades take away. */
  readonly black: string
  readonly veil: string
  readonly font: string
  readonly mono: string
  /** Of a lane's own colour, or that of its kind. */
  readonly shadesOf: (colour: string | null, kind: ClipKind) => Shades
}

/** Of lanes without a colour of their own, in CSS. */
export const KIND_COLOUR = { video: 'light-dark(#5b86c9, #5f8fd6)', audio: 'light-dark(#4f9f83, #4fae8c)' } as const

/** Black or white, whichever is read better on a colour such as `#d98e3c`: by the relative luminance of WCAG 2.2. */
export function inkOn(colour: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > AS_MUCH_OF_BOTH ? '#000' : '#fff'
}
/** Where black and white are read equally well. */
const AS_MUCH_OF_BOTH = 0.179

/** Reads the theme where an element stands. */
export function readPalette(element: HTMLElement): Palette {
  const probe = element.ownerDocument.createElement('span')
  probe.hidden = true
  element.append(probe)
  const resolved = (colour: string): string => {
    probe.style.color = colour
    return getComputedStyle(probe).color
  }
  const named = (name: string): string => resolved(`var(--${name})`)
  const mixed = (colour: string, share: number, other: string): string => resolved(`color-mix(in srgb, ${colour} ${share}%, ${other})`)
  const shades = new Map<string, Shades>()
  const read = (colour: string): Shades => {
    element.append(probe)
    const made = {
      body: mixed(colour, 42, 'var(--panel)'), title: mixed(colour, 68, 'var(--panel)'), edge: mixed(colour, 70, 'light-dark(#000, #fff)'), wave: mixed(colour, 45, 'light-dark(#16202a, #fff)'),
    }
    probe.remove()
    shades.set(colour, made)
    return made
  }
  const { fontFamily } = getComputedStyle(element)
  const palette: Palette = {
    ground: named('ground'), panel: named('panel'), raised: named('raised'), line: named('line'), dim: named('dim'), ink: named('ink'),
    accent: named('accent'), approved: named('approved'), rejected: named('rejected'), replay: named('replay'), onMark: named('on-mark'),
    black: resolved('light-dark(rgb(0 0 0 / 14%), rgb(0 0 0 / 55%))'), veil: resolved('light-dark(rgb(255 255 255 / 62%), rgb(0 0 0 / 58%))'),
    font: `11px ${fontFamily}`, mono: `10px ${getComputedStyle(element).getPropertyValue('--font-mono')}`,
    shadesOf: (colour, kind) => shades.get(colour ?? KIND_COLOUR[kind]) ?? read(colour ?? KIND_COLOUR[kind]),
  }
  probe.remove()
  return palette
}
