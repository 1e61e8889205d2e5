import { expect, test } from 'vitest'
import { stringifyJson } from '@lemouf/core/json'
import { nodeClasses } from './index.ts'

test('the nodes of the brief are here under their ComfyUI names', () => {
  const names = [
    'LoadImage LoadImageMask SaveImage PreviewImage SaveAnimatedWEBP EmptyImage ImageScale ImageScaleBy ImageScaleToTotalPixels ImageCrop ImagePadForOutpaint ImageRotate ImageFlip',
    'ImageBlend ImageInvert ImageBlur ImageSharpen ImageQuantize ImageBatch RepeatImageBatch ImageFromBatch GetImageSize ImageCompositeMasked JoinImageWithAlpha SplitImageWithAlpha',
    'ImageToMask MaskToImage SolidMask InvertMask GrowMask FeatherMask ThresholdMask MaskComposite CropMask PrimitiveString PrimitiveStringMultiline PrimitiveInt PrimitiveFloat PrimitiveBoolean',
    'StringConcatenate StringReplace StringTrim StringSubstring StringLength CaseConverter StringContains StringCompare RegexMatch RegexExtract RegexReplace PreviewAny',
    'LoadAudio SaveAudio SaveAudioMP3 SaveAudioOpus PreviewAudio TrimAudioDuration AudioConcat AudioMerge AudioAdjustVolume EmptyAudio CreateVideo SaveVideo LoadVideo GetVideoComponents',
    'LoopReturn LoopMap LoopPayload LoopPipelineStep LeMoufWorkflowProfile LeMoufGenerateImage',
  ]
  for (const name of names.join(' ').split(' ')) expect(nodeClasses.has(name), name).toBe(true)
})

test.each([...nodeClasses.values()].map((node) => [node.name, node] as const))('%s declares inputs that can be published and defaults within their ranges', (_name, node) => {
  expect(() => stringifyJson([node.required, node.optional])).not.toThrow()
  for (const { type, options } of Object.values({ ...node.required, ...node.optional })) {
    const value = options?.default
    if (Array.isArray(type) && value !== undefined) expect(type).toContain(value)
    if (typeof value !== 'number') continue
    if (options?.min !== undefined) expect(value >= options.min).toBe(true)
    if (options?.max !== undefined) expect(value <= options.max).toBe(true)
  }
  expect(node.outputNode === true || node.outputs.length > 0).toBe(true)
})
