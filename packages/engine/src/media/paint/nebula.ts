import { tone, type Motif } from './brief.ts'
import { blend, hex, makeRamp } from './colours.ts'
import { bump, glow, mix, smooth, unit } from './maths.ts'
import { fractal, makeNoise, ridged } from './noise.ts'
import type { Painting } from './painting.ts'
import { cellValue, hashText } from './random.ts'

/** Clouds of gas folded by warped noise, lit from a core, with lanes of dust and stars of several sizes. */
export function nebula(motif: Motif): Painting {
  return { kind: 'pixels', prepare: (_width, height) => shader(motif, height) }
}

function shader(motif: Motif, height: number): (x: number, y: number, out: Float64Array) => void {
  const random = motif.random('nebula')
  const gas = makeNoise(`${motif.key} gas`)
  const dust = makeNoise(`${motif.key} dust`)
  const ink = blend(hex('#04050d'), tone(motif, 0), 0.45)
  const ramp = makeRamp([ink, blend(ink, tone(motif, 1), 0.75), tone(motif, 2), tone(motif, 3), tone(motif, 4), tone(motif, 5)])
  const other = makeRamp([ink, blend(ink, motif.palette.accents[1], 0.4), motif.palette.accents[1], blend(motif.palette.accents[1], tone(motif, 5), 0.6)])
  const core = { x: motif.aspect * random.between(0.32, 0.68), y: random.between(0.34, 0.62), size: random.between(0.26, 0.36) }
  const tilt = random.between(-0.9, 0.9)
  const scale = random.between(1.25, 1.8)
  const stars = makeStarfield(motif)
  const second = new Float64Array(3)
  return (px, py, out) => {
    const x = (px + 0.5) / height
    const y = (py + 0.5) / height
    const dx = x - core.x
    const dy = y - core.y + dx * tilt * 0.5
    const qx = fractal(gas, x * scale, y * scale, 4)
    const qy = fractal(gas, x * scale + 5.2, y * scale + 1.3, 4)
    const rx = fractal(gas, x * scale + 1.9 * qx + 1.7, y * scale + 1.9 * qy + 9.2, 4)
    const cloud = 0.5 + 0.5 * fractal(gas, x * scale + 2.2 * rx, y * scale + 2.2 * qy, 5)
    const near = glow(Math.sqrt(dx * dx + dy * dy * 1.7) / core.size)
    const lanes = ridged(dust, x * 1.9 + rx * 1.1, y * 1.9 + qy * 1.1, 5)
    const shadow = smooth(0.5, 0.95, lanes) * (0.35 + 0.5 * near)
    const light = unit(cloud * (0.42 + 0.95 * near) + near * near * 0.3 - 0.13) * (1 - shadow * 0.72)
    ramp(light * light * 0.35 + light * 0.7, out)
    other(unit(light * 1.1), second)
    const share = smooth(-0.02, 0.42, qx + 0.35 * qy) * 0.85
    for (let c = 0; c < 3; c++) out[c] = mix(out[c] as number, second[c] as number, share)
    stars(x, y, light, out)
  }
}

/** Stars on jittered grids; the few large ones carry a halo and a cross. */
function makeStarfield(motif: Motif): (x: number, y: number, light: number, out: Float64Array) => void {
  const salt = hashText(`${motif.key} stars`)
  const warm = blend(hex('#fff2dc'), tone(motif, 5), 0.5)
  const add = (out: Float64Array, strength: number): void => {
    for (let c = 0; c < 3; c++) out[c] = 1 - (1 - (out[c] as number)) * (1 - unit((warm[c] as number) * strength))
  }
  const grids = [
    { cells: 90, share: 0.13, radius: 0.0011, halo: 0 },
    { cells: 36, share: 0.14, radius: 0.0018, halo: 0 },
    { cells: 7, share: 0.24, radius: 0.0034, halo: 1 },
  ]
  return (x, y, light, out) => {
    for (const [g, { cells, share, radius, halo }] of grids.entries()) {
      const [cx, cy] = [Math.floor(x * cells), Math.floor(y * cells)]
      if (cellValue(cx, cy, salt + g) > share) continue
      const dx = x - (cx + 0.3 + 0.4 * cellValue(cx, cy, salt + 7 + g)) / cells
      const dy = y - (cy + 0.3 + 0.4 * cellValue(cx, cy, salt + 13 + g)) / cells
      const roll = cellValue(cx, cy, salt + 19 + g)
      const brightness = (0.2 + 0.8 * roll * roll) * (1 - 0.35 * light)
      const distance = Math.sqrt(dx * dx + dy * dy)
      add(out, brightness * bump(distance / (radius * (0.8 + brightness))) * 1.2)
      if (halo === 0) continue
      const fade = bump(distance * cells * 3.1)
      const cross = glow(dx / 0.0012) * glow(dy / 0.012) + glow(dy / 0.0012) * glow(dx / 0.012)
      add(out, brightness * fade * (0.5 * cross + 0.3 * glow(distance / 0.007)))
    }
  }
}
