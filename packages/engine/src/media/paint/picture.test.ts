import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromLch, hex, toHex, toLch } from './colours.ts'
import { paletteOf, readPrompt } from './lexicon.ts'
import { coWave, wave } from './maths.ts'
import { fractal, makeNoise } from './noise.ts'
import { paintPicture, STYLES, type Style } from './picture.ts'
import { randomOf } from './random.ts'

const watcher = { signal: new AbortController().signal, progress: () => undefined, preview: () => undefined }
const paint = (style: Style, width = 72, height = 48) => paintPicture({ prompt: 'golden dusk over the sea', seed: 2026n, width, height }, style, watcher)

/** Painted by pixels: exact on every machine. The others go through librsvg and may change with sharp; they are compared with themselves. */
const GOLDEN: Partial<Record<Style, string>> = {
  landscape: '70320d0b489c598d121f4d700fb86934c88e16607be71ef4cf5f3459529f7328',
  aurora: 'b8946f21277d13c7fedc5a9fc2564a86985cf920b578e4c52799a4eebbeae47f',
  nebula: '7dd0bd97b91d8a4344d54a69ed5fa6969ea0fa936608d51ed31109212e03bbe3',
  mosaic: '8f4b080caff702e41de8d667b1e78d8301b14a73a57dd7589a224a677f16cd65',
}

test.each(Object.entries(GOLDEN))('%s keeps its bytes', async (style, digest) => {
  const { data } = await paint(style as Style)
  expect(createHash('sha256').update(data).digest('hex')).toBe(digest)
})

test.each(STYLES)('%s uses much of the range of light, at any size', async (style) => {
  for (const [width, height] of [[80, 80], [120, 40], [33, 71]] as const) {
    const { data } = await paint(style, width, height)
    expect(data).toHaveLength(width * height * 3)
    expect(Math.max(...data) - Math.min(...data)).toBeGreaterThan(100)
  }
  expect(await paint(style)).toEqual(await paint(style))
})

test('an interrupt that is noticed while progress is told ends the painting, and nothing else', async () => {
  const stop = new AbortController()
  const unhandled: unknown[] = []
  const note = (reason: unknown): number => unhandled.push(reason)
  process.on('unhandledRejection', note)
  const progress = (): void => {
    stop.abort()
    stop.signal.throwIfAborted()
  }
  await expect(paintPicture({ prompt: 'a storm', seed: 1n, width: 1024, height: 1024 }, 'landscape', { ...watcher, signal: stop.signal, progress })).rejects.toThrow()
  await new Promise((resolve) => setTimeout(resolve, 50))
  process.off('unhandledRejection', note)
  expect(unhandled).toEqual([])
})

test('sines agree with the machine’s to seven digits', () => {
  fc.assert(
    fc.property(fc.double({ min: -50, max: 50, noNaN: true }), (turns) => {
      expect(wave(turns)).toBeCloseTo(Math.sin(turns * 2 * Math.PI), 5)
      expect(coWave(turns)).toBeCloseTo(Math.cos(turns * 2 * Math.PI), 5)
    }),
  )
})

test('noise is continuous, bounded and its seed’s own', () => {
  const [one, same, other] = [makeNoise('a'), makeNoise('a'), makeNoise('b')]
  const place = fc.double({ min: -300, max: 300, noNaN: true })
  fc.assert(
    fc.property(place, place, (x, y) => {
      expect(one(x, y)).toBe(same(x, y))
      expect(Math.abs(fractal(one, x, y, 5))).toBeLessThan(1.6)
      expect(Math.abs(one(x, y) - one(x + 1e-4, y))).toBeLessThan(2e-3)
    }),
  )
  expect([0.3, 1.7, 2.9].map((x) => one(x, 0.5))).not.toEqual([0.3, 1.7, 2.9].map((x) => other(x, 0.5)))
})

test('random streams are even and repeat', () => {
  const [a, b] = [randomOf('x'), randomOf('x')]
  const values = Array.from({ length: 4000 }, () => a.next())
  expect(values).toEqual(Array.from({ length: 4000 }, () => b.next()))
  expect(values.reduce((sum, value) => sum + value, 0) / 4000).toBeCloseTo(0.5, 1)
  expect(new Set(Array.from({ length: 200 }, () => a.int(2, 4)))).toEqual(new Set([2, 3, 4]))
})

test('colours survive the way through lightness, chroma and hue', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0xff_ff_ff }), (value) => {
      const colour = hex(`#${value.toString(16).padStart(6, '0')}`)
      const back = fromLch(toLch(colour))
      for (const [c, level] of colour.entries()) expect(Math.abs(back[c]! - level)).toBeLessThan(0.03)
    }),
  )
})

test('a prompt’s words are read: colours in order, the first time and place', () => {
  const reading = readPrompt('A crimson Fjord, at MIDNIGHT with gold; dawn later')
  expect(reading.colours.map(toHex)).toEqual(['#b3122e', '#d9a832'])
  expect(reading).toMatchObject({ time: 'night', place: 'sea' })
  expect(readPrompt('constructor toString').colours).toEqual([])
  // Two named colours: darks of the one, lights of the other.
  const { ramp } = paletteOf(readPrompt('teal and gold'))
  expect(ramp[1]![2]).toBeGreaterThan(ramp[1]![0])
  expect(ramp[4]![0]).toBeGreaterThan(ramp[4]![2])
  expect(ramp.map((colour) => toLch(colour).lightness)).toEqual(ramp.map((colour) => toLch(colour).lightness).toSorted((a, b) => a - b))
})
