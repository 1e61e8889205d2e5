import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { MaskBatch, MaskFrame } from '../media/types.ts'
import { execute, grey, levels, mask, rgb } from './test-context.ts'

const only = async (name: string, inputs: Record<string, unknown>): Promise<MaskFrame> => ((await execute(name, inputs)).outputs[0] as MaskBatch)[0]!

const masks = fc
  .record({ width: fc.integer({ min: 1, max: 8 }), height: fc.integer({ min: 1, max: 8 }) })
  .chain(({ width, height }) => fc.uint8Array({ minLength: width * height, maxLength: width * height }).map((data): MaskFrame => ({ width, height, data })))

test('a channel becomes a mask and a mask a grey picture', async () => {
  expect(levels(await only('ImageToMask', { image: [rgb([[1, 2, 3, 4]])], channel: 'alpha' }))).toEqual([[4]])
  expect(levels(await only('ImageToMask', { image: [rgb([[1, 2, 3]])], channel: 'green' }))).toEqual([[2]])
  await expect(execute('ImageToMask', { image: [grey([1])], channel: 'alpha' })).rejects.toThrow('no alpha channel')
  expect((await execute('MaskToImage', { mask: [mask([7, 9])] })).outputs[0]).toEqual([grey([7, 9])])
})

test('SolidMask, ThresholdMask and CropMask', async () => {
  expect(await only('SolidMask', { value: 0.5, width: 2, height: 1 })).toEqual(mask([128, 128]))
  expect(await only('ThresholdMask', { mask: [mask([127, 128, 255])], value: 0.5 })).toEqual(mask([0, 255, 255]))
  expect(await only('CropMask', { mask: [mask([1, 2, 3], [4, 5, 6])], x: 1, y: 1, width: 9, height: 9 })).toEqual(mask([5, 6]))
  await expect(execute('CropMask', { mask: [mask([1])], x: 3, y: 0, width: 1, height: 1 })).rejects.toThrow('outside the mask')
})

test.each([
  ['multiply', [50, 0, 255]],
  ['add', [255, 128, 255]],
  ['subtract', [0, 128, 0]],
  ['and', [0, 0, 255]],
  ['or', [255, 255, 255]],
  ['xor', [255, 255, 0]],
])('MaskComposite %s, with the rest of the destination kept', async (operation, expected) => {
  const combined = await only('MaskComposite', { destination: [mask([9, 64, 128, 255])], source: [mask([200, 0, 255])], x: 1, y: 0, operation })
  expect(levels(combined)).toEqual([[9, ...expected]])
})

test('GrowMask grows a cross or a square, and shrinks back', async () => {
  const point = [mask([0, 0, 0], [0, 255, 0], [0, 0, 0])]
  expect(await only('GrowMask', { mask: point, expand: 1, tapered_corners: true })).toEqual(mask([0, 255, 0], [255, 255, 255], [0, 255, 0]))
  expect(await only('GrowMask', { mask: point, expand: 1, tapered_corners: false })).toEqual(mask([255, 255, 255], [255, 255, 255], [255, 255, 255]))
  expect(await only('GrowMask', { mask: point, expand: -1, tapered_corners: true })).toEqual(mask([0, 0, 0], [0, 0, 0], [0, 0, 0]))
})

test('growing never darkens, shrinking never brightens, and far growth fills', async () => {
  await fc.assert(
    fc.asyncProperty(masks, fc.integer({ min: 0, max: 3 }), fc.boolean(), async (frame, steps, tapered_corners) => {
      const grown = await only('GrowMask', { mask: [frame], expand: steps, tapered_corners })
      const shrunk = await only('GrowMask', { mask: [frame], expand: -steps, tapered_corners })
      for (const [i, level] of frame.data.entries()) {
        expect(grown.data[i]).toBeGreaterThanOrEqual(level)
        expect(shrunk.data[i]).toBeLessThanOrEqual(level)
      }
      const full = await only('GrowMask', { mask: [frame], expand: 16_384, tapered_corners })
      expect(new Set(full.data)).toEqual(new Set([Math.max(...frame.data)]))
    }),
    { numRuns: 30 },
  )
})

test('FeatherMask fades as ComfyUI does, its far side shifted by one', async () => {
  const white = [mask([255, 255, 255, 255, 255, 255])]
  expect(levels(await only('FeatherMask', { mask: white, left: 2, top: 0, right: 0, bottom: 0 }))).toEqual([[128, 255, 255, 255, 255, 255]])
  expect(levels(await only('FeatherMask', { mask: white, left: 0, top: 0, right: 3, bottom: 0 }))).toEqual([[85, 255, 255, 255, 255, 170]])
})

test('inverting a mask twice gives it back', async () => {
  await fc.assert(fc.asyncProperty(masks, async (frame) => {
    expect(await only('InvertMask', { mask: [await only('InvertMask', { mask: [frame] })] })).toEqual(frame)
  }))
})
