import fc from 'fast-check'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { readPngText } from '../media/png-text.ts'
import type { ImageBatch, ImageFrame, MaskBatch } from '../media/types.ts'
import { nodeClasses } from './index.ts'
import { execute, grey, levels, mask, rgb, testContext } from './test-context.ts'

const images = async (name: string, inputs: Record<string, unknown>): Promise<ImageBatch> => (await execute(name, inputs)).outputs[0] as ImageBatch
const only = async (name: string, inputs: Record<string, unknown>): Promise<ImageFrame> => (await images(name, inputs))[0]!

const frames = fc
  .record({ width: fc.integer({ min: 1, max: 7 }), height: fc.integer({ min: 1, max: 7 }) })
  .chain(({ width, height }) => fc.uint8Array({ minLength: width * height * 3, maxLength: width * height * 3 }).map((data): ImageFrame => ({ width, height, channels: 3, data })))

test('SaveImage writes PNGs that hold the prompt and the workflow, and whose pixels come back', async () => {
  const context = await testContext({ extraPngInfo: { workflow: { nodes: [], note: 'grüße' }, seed: 18446744073709551615n }, prompt: { 3: { class_type: 'X' } } })
  const picture = rgb([[255, 0, 0], [0, 128, 255]])
  const { ui } = await execute('SaveImage', { images: [picture, picture], filename_prefix: 'set/%width%x%height%' }, context)
  expect(ui?.images).toEqual([
    { filename: '2x1_00001_.png', subfolder: 'set', type: 'output' },
    { filename: '2x1_00002_.png', subfolder: 'set', type: 'output' },
  ])
  const png = await context.read(ui?.images?.[0])
  expect(readPngText(png)).toEqual({ prompt: '{"3":{"class_type":"X"}}', workflow: '{"nodes":[],"note":"gr\\u00fc\\u00dfe"}', seed: '18446744073709551615' })
  expect([...(await sharp(png).raw().toBuffer())]).toEqual([255, 0, 0, 0, 128, 255])
  await context.put('again.png', png)
  expect((await execute('LoadImage', { image: 'again.png' }, context)).outputs[0]).toEqual([picture])
})

test('LoadImage takes transparency as the mask, leaves colour alone and stands photos upright', async () => {
  const context = await testContext()
  await context.put('a.png', await sharp(Buffer.from([200, 100, 50, 64, 1, 2, 3, 255]), { raw: { width: 2, height: 1, channels: 4 } }).png().toBuffer())
  const [pictures, masks] = (await execute('LoadImage', { image: 'a.png' }, context)).outputs as [ImageBatch, MaskBatch]
  expect([...pictures[0]!.data]).toEqual([200, 100, 50, 1, 2, 3])
  expect(levels(masks[0]!)).toEqual([[191, 0]])
  await context.put('turned.jpg', await sharp({ create: { width: 4, height: 2, channels: 3, background: '#808080' } }).withMetadata({ orientation: 6 }).jpeg().toBuffer())
  const [upright, none] = (await execute('LoadImage', { image: 'turned.jpg' }, context)).outputs as [ImageBatch, MaskBatch]
  expect([upright[0]!.width, upright[0]!.height]).toEqual([2, 4])
  expect([none[0]!.width, none[0]!.height, Math.max(...none[0]!.data)]).toEqual([64, 64, 0])
})

test('LoadImage reads every frame of an animation', async () => {
  const context = await testContext()
  const { ui } = await execute('SaveAnimatedWEBP', { images: [grey([10, 10]), grey([200, 200]), grey([90, 90])], method: 'fastest' }, context)
  expect(ui?.animated).toEqual([true])
  await context.put('anim.webp', await context.read(ui?.images?.[0]))
  expect(((await execute('LoadImage', { image: 'anim.webp' }, context)).outputs[0] as ImageBatch).map(levels)).toEqual([[[10, 10]], [[200, 200]], [[90, 90]]])
})

test('SaveAnimatedWEBP puts prompt and workflow where ComfyUI looks for them', async () => {
  const context = await testContext({ extraPngInfo: { workflow: { id: 7 } } })
  const { ui } = await execute('SaveAnimatedWEBP', { images: [grey([0])], method: 'default' }, context)
  const exif = (await sharp(await context.read(ui?.images?.[0])).metadata()).exif?.toString('latin1') ?? ''
  expect(exif).toContain('prompt:{"1"')
  expect(exif).toContain('workflow:{"id":7}')
})

test('LoadImage refuses what is not a picture, with a sentence', async () => {
  const context = await testContext()
  await context.put('a.png', 'no picture at all')
  await context.put('b.png', '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>')
  await expect(execute('LoadImage', { image: 'a.png' }, context)).rejects.toThrow('a.png cannot be read as a picture')
  await expect(execute('LoadImage', { image: 'b.png' }, context)).rejects.toThrow('is not a picture this engine reads')
  expect(await nodeClasses.get('LoadImage')!.check!({ image: 'gone.png' }, context.files)).toBe('Invalid image file: gone.png')
  expect(await nodeClasses.get('LoadImage')!.check!({ image: 'a.png' }, context.files)).toBeUndefined()
})

test('LoadImage runs again when its file changed, and LoadImageMask reads one channel', async () => {
  const context = await testContext()
  const png = (level: number): Promise<Buffer> => sharp(Buffer.from([level, 7, 9]), { raw: { width: 1, height: 1, channels: 3 } }).png().toBuffer()
  await context.put('a.png', await png(1))
  const before = await nodeClasses.get('LoadImage')!.fingerprint!({ image: 'a.png' }, context.files)
  await context.put('a.png', await png(2))
  expect(await nodeClasses.get('LoadImage')!.fingerprint!({ image: 'a.png' }, context.files)).not.toBe(before)
  expect(levels(((await execute('LoadImageMask', { image: 'a.png', channel: 'blue' }, context)).outputs[0] as MaskBatch)[0]!)).toEqual([[9]])
})

test('EmptyImage fills with its colour', async () => {
  const batch = await images('EmptyImage', { width: 2, height: 1, batch_size: 3, color: 0x0a_14_1e })
  expect(batch).toHaveLength(3)
  expect([...batch[2]!.data]).toEqual([10, 20, 30, 10, 20, 30])
})

test('ImageBatch scales what has another size and makes missing alpha opaque', async () => {
  const batch = await images('ImageBatch', { image1: [rgb([[1, 2, 3, 40]])], image2: [grey([8, 8], [8, 8])] })
  expect(batch.map(({ width, height, channels }) => [width, height, channels])).toEqual([[1, 1, 4], [1, 1, 4]])
  expect([...batch[1]!.data]).toEqual([8, 8, 8, 255])
})

test('batches are repeated, cut and measured', async () => {
  const batch = [grey([1]), grey([2]), grey([3])]
  expect((await images('RepeatImageBatch', { image: batch, amount: 2 })).map((frame) => frame.data[0])).toEqual([1, 2, 3, 1, 2, 3])
  expect((await images('ImageFromBatch', { image: batch, batch_index: 1, length: 9 })).map((frame) => frame.data[0])).toEqual([2, 3])
  expect((await images('ImageFromBatch', { image: batch, batch_index: 50, length: 1 })).map((frame) => frame.data[0])).toEqual([3])
  expect((await execute('GetImageSize', { image: batch })).outputs).toEqual([1, 1, 3])
})

test.each([
  ['nearest-exact', [[0, 0, 100, 100]]],
  // PyTorch's bilinear and bicubic of [0, 100] to 4, half-pixel centres.
  ['bilinear', [[0, 25, 75, 100]]],
  ['bicubic', [[0, 23, 77, 111]]],
  ['area', [[0, 0, 100, 100]]],
])('ImageScale enlarges by %s as PyTorch does', async (upscale_method, expected) => {
  expect(levels(await only('ImageScale', { image: [grey([0, 100])], upscale_method, width: 4, height: 1, crop: 'disabled' }))).toEqual(expected)
})

test('ImageScale shrinks by mean, keeps flat pictures flat and cuts the middle out', async () => {
  const image = [grey([0, 100, 50, 250])]
  expect(levels(await only('ImageScale', { image, upscale_method: 'area', width: 2, height: 1, crop: 'disabled' }))).toEqual([[50, 150]])
  expect(levels(await only('ImageScale', { image, upscale_method: 'nearest-exact', width: 2, height: 1, crop: 'center' }))).toEqual([[100, 50]])
  const flat = [grey(...Array.from({ length: 9 }, () => Array.from({ length: 9 }, () => 77)))]
  for (const upscale_method of ['lanczos', 'bicubic', 'bilinear', 'area', 'nearest-exact']) {
    expect(new Set((await only('ImageScale', { image: flat, upscale_method, width: 5, height: 13, crop: 'disabled' })).data)).toEqual(new Set([77]))
  }
})

test('sizes follow ComfyUI: 0 keeps the aspect, halves go to the even side, megapixels are 1024²', async () => {
  const size = async (name: string, inputs: Record<string, unknown>): Promise<number[]> => {
    const frame = await only(name, { upscale_method: 'nearest-exact', ...inputs })
    return [frame.width, frame.height]
  }
  const image = [grey([1, 1, 1, 1, 1], [1, 1, 1, 1, 1])]
  expect(await size('ImageScale', { image, width: 10, height: 0, crop: 'disabled' })).toEqual([10, 4])
  expect(await size('ImageScale', { image, width: 0, height: 0, crop: 'disabled' })).toEqual([5, 2])
  expect(await size('ImageScaleBy', { image, scale_by: 0.5 })).toEqual([2, 1])
  expect(await size('ImageScaleToTotalPixels', { image, megapixels: 0.01 })).toEqual([162, 65])
  expect(await size('ImageScaleToTotalPixels', { image, megapixels: 0.01, resolution_steps: 8 })).toEqual([160, 64])
  await expect(execute('ImageScaleBy', { image: [grey([1])], upscale_method: 'area', scale_by: 0.2 })).rejects.toThrow('cannot be made')
})

test('ImageCrop stays inside the picture', async () => {
  const image = [grey([1, 2, 3], [4, 5, 6])]
  expect(levels(await only('ImageCrop', { image, width: 2, height: 1, x: 1, y: 1 }))).toEqual([[5, 6]])
  expect(levels(await only('ImageCrop', { image, width: 50, height: 50, x: 90, y: 0 }))).toEqual([[3], [6]])
})

test('cropping takes back what padding added, and the mask marks it', async () => {
  await fc.assert(
    fc.asyncProperty(frames, fc.tuple(...Array.from({ length: 4 }, () => fc.integer({ min: 0, max: 5 }))), async (frame, [left, top, right, bottom]) => {
      const { outputs } = await execute('ImagePadForOutpaint', { image: [frame], left, top, right, bottom, feathering: 0 })
      const [[padded], [added]] = outputs as [ImageBatch, MaskBatch]
      expect([padded!.width, padded!.height]).toEqual([frame.width + left! + right!, frame.height + top! + bottom!])
      expect(await only('ImageCrop', { image: [padded!], x: left, y: top, width: frame.width, height: frame.height })).toEqual(frame)
      expect(added!.data.filter((level) => level === 0)).toHaveLength(frame.width * frame.height)
    }),
    { numRuns: 40 },
  )
})

test('outpainting feathers into the picture from the sides that grew', async () => {
  const { outputs } = await execute('ImagePadForOutpaint', { image: [grey([0, 0, 0, 0, 0], [0, 0, 0, 0, 0], [0, 0, 0, 0, 0], [0, 0, 0, 0, 0], [0, 0, 0, 0, 0])], left: 1, top: 0, right: 0, bottom: 0, feathering: 2 })
  expect(levels((outputs[1] as MaskBatch)[0]!)[2]).toEqual([255, 255, 64, 0, 0, 0])
})

test('ImageRotate turns clockwise; four turns and two flips change nothing', async () => {
  expect(levels(await only('ImageRotate', { image: [grey([1, 2], [3, 4], [5, 6])], rotation: '90 degrees' }))).toEqual([[5, 3, 1], [6, 4, 2]])
  expect(levels(await only('ImageFlip', { image: [grey([1, 2], [3, 4])], flip_method: 'x-axis: vertically' }))).toEqual([[3, 4], [1, 2]])
  await fc.assert(
    fc.asyncProperty(frames, fc.constantFrom('90 degrees', '270 degrees'), fc.constantFrom('x-axis: vertically', 'y-axis: horizontally'), async (frame, rotation, flip_method) => {
      let turned: ImageBatch = [frame]
      for (let i = 0; i < 4; i++) turned = await images('ImageRotate', { image: turned, rotation })
      expect(turned).toEqual([frame])
      expect(await images('ImageFlip', { image: await images('ImageFlip', { image: [frame], flip_method }), flip_method })).toEqual([frame])
    }),
    { numRuns: 30 },
  )
})

test.each([
  ['normal', 200],
  ['multiply', 78],
  ['screen', 222],
  ['overlay', 157],
  ['soft_light', 134],
  ['difference', 0],
])('ImageBlend %s', async (blend_mode, expected) => {
  expect(levels(await only('ImageBlend', { image1: [grey([100])], image2: [grey([200])], blend_factor: 1, blend_mode }))).toEqual([[expected]])
})

test('ImageBlend mixes by its factor, scales the second image and serves a batch with one frame', async () => {
  expect(levels(await only('ImageBlend', { image1: [grey([100, 0])], image2: [grey([200, 200], [200, 200])], blend_factor: 0.25, blend_mode: 'normal' }))).toEqual([[125, 50]])
  expect(await images('ImageBlend', { image1: [grey([1]), grey([2])], image2: [grey([3])], blend_factor: 0, blend_mode: 'screen' })).toEqual([grey([1]), grey([2])])
  await expect(execute('ImageBlend', { image1: [grey([1]), grey([2])], image2: [grey([3]), grey([3]), grey([3])], blend_factor: 0, blend_mode: 'screen' })).rejects.toThrow('Batches of 2 and 3')
})

test('ImageCompositeMasked lays the source by its mask and cuts it at the edge', async () => {
  const destination = [grey([0, 0, 0])]
  expect(levels(await only('ImageCompositeMasked', { destination, source: [grey([90, 100, 110])], x: 1, y: 0, resize_source: false }))).toEqual([[0, 90, 100]])
  expect(levels(await only('ImageCompositeMasked', { destination, source: [grey([100, 100])], x: 0, y: 0, resize_source: false, mask: [mask([255, 51])] }))).toEqual([[100, 20, 0]])
  expect(levels(await only('ImageCompositeMasked', { destination, source: [grey([60])], x: 0, y: 0, resize_source: true }))).toEqual([[60, 60, 60]])
  expect(levels(await only('ImageCompositeMasked', { destination, source: [grey([60])], x: 9, y: 9, resize_source: false }))).toEqual([[0, 0, 0]])
})

test('joining a mask as alpha and splitting it off again gives both back', async () => {
  const [frame, alpha] = [grey([10, 20]), mask([0, 200])]
  const joined = await images('JoinImageWithAlpha', { image: [frame], alpha: [alpha] })
  expect([...joined[0]!.data]).toEqual([10, 10, 10, 255, 20, 20, 20, 55])
  expect((await execute('SplitImageWithAlpha', { image: joined })).outputs).toEqual([[frame], [alpha]])
})

test('inverting twice gives the picture back', async () => {
  await fc.assert(fc.asyncProperty(frames, async (frame) => {
    expect(await images('ImageInvert', { image: await images('ImageInvert', { image: [frame] }) })).toEqual([frame])
  }))
})

test('ImageBlur spreads a point evenly and leaves flat pictures; ImageSharpen does the opposite', async () => {
  const point = [grey([0, 0, 0, 0, 0], [0, 0, 0, 0, 0], [0, 0, 255, 0, 0], [0, 0, 0, 0, 0], [0, 0, 0, 0, 0])]
  const blurred = levels(await only('ImageBlur', { image: point, blur_radius: 1, sigma: 1 }))
  // Weights of sigma 1 over radius 1: 0.274, 0.452, 0.274.
  expect(blurred).toEqual([[0, 0, 0, 0, 0], [0, 19, 32, 19, 0], [0, 32, 52, 32, 0], [0, 19, 32, 19, 0], [0, 0, 0, 0, 0]])
  const flat = [grey([40, 40], [40, 40])]
  expect(await images('ImageBlur', { image: flat, blur_radius: 5, sigma: 3 })).toEqual(flat)
  expect(await images('ImageSharpen', { image: flat, sharpen_radius: 3, sigma: 1, alpha: 1 })).toEqual(flat)
  const edge = levels(await only('ImageSharpen', { image: [grey([100, 100, 120, 120])], sharpen_radius: 1, sigma: 1, alpha: 0.1 }))[0]!
  expect(edge[1]).toBeLessThan(100)
  expect(edge[2]).toBeGreaterThan(120)
})

test('ImageQuantize uses no more colours than asked, and keeps few colours as they are', async () => {
  await fc.assert(
    fc.asyncProperty(frames, fc.integer({ min: 1, max: 6 }), fc.constantFrom('none', 'floyd-steinberg', 'bayer-2', 'bayer-8'), async (frame, colors, dither) => {
      const { data } = await only('ImageQuantize', { image: [frame], colors, dither })
      const used = new Set(Array.from({ length: data.length / 3 }, (_, i) => data.subarray(i * 3, i * 3 + 3).join()))
      expect(used.size).toBeLessThanOrEqual(colors)
    }),
    { numRuns: 60 },
  )
  const two = [rgb([[255, 0, 0], [0, 0, 255], [255, 0, 0]])]
  for (const dither of ['none', 'floyd-steinberg']) expect(await images('ImageQuantize', { image: two, colors: 2, dither })).toEqual(two)
})

test('brightness, contrast, saturation and hue', async () => {
  expect(levels(await only('AdjustBrightness', { images: [grey([100, 200])], factor: 1.5 }))).toEqual([[150, 255]])
  expect(levels(await only('AdjustContrast', { images: [grey([100, 200])], factor: 2 }))).toEqual([[73, 255]])
  const orange = [rgb([[200, 100, 0]])]
  expect(await images('LeMoufColorAdjust', { image: orange })).toEqual(orange)
  expect([...(await only('LeMoufColorAdjust', { image: orange, saturation: 0 })).data]).toEqual([114, 114, 114])
  const [r, g, b] = (await only('LeMoufColorAdjust', { image: orange, hue: 180 })).data
  expect(b).toBeGreaterThan(r!)
  expect(b).toBeGreaterThan(g!)
})
