import { stringifyJson, type Json } from '../json.ts'
import { comboValues, isFileInput, type InputSpec } from './object-info.ts'

const MODEL_FILE = /\.(?:safetensors|sft|ckpt|pth?|bin|gguf|onnx)$/i

/** Folders below `models` in which core loaders look, by input; where the input's name does not tell, by class. */
const BY_INPUT: readonly (readonly [RegExp, string])[] = [
  [/^ckpt_name/, 'checkpoints'],
  [/^lora_name/, 'loras'],
  [/^vae_name/, 'vae'],
  [/^unet_name/, 'diffusion_models'],
  [/^clip_name/, 'text_encoders'],
  [/^control_net_name/, 'controlnet'],
  [/^style_model_name/, 'style_models'],
  [/^gligen_name/, 'gligen'],
  [/^hypernetwork_name/, 'hypernetworks'],
  [/^photomaker_model_name/, 'photomaker'],
]
const BY_CLASS: Readonly<Record<string, string>> = {
  CLIPVisionLoader: 'clip_vision',
  UpscaleModelLoader: 'upscale_models',
  ModelPatchLoader: 'model_patches',
  AudioEncoderLoader: 'audio_encoders',
}
const SHOWN = 3

/** What to do about a choice that names a model file which the ComfyUI does not have; `undefined` for any other value. */
export function missingModel(classType: string, spec: InputSpec, value: Json): { readonly file: string; readonly remedy: string } | undefined {
  const offered = comboValues(spec)
  if (offered === undefined || typeof value !== 'string' || !MODEL_FILE.test(value) || offered.includes(value) || isFileInput(spec)) return undefined
  const folder = Object.hasOwn(BY_CLASS, classType) ? BY_CLASS[classType] : BY_INPUT.find(([name]) => name.test(spec.name))?.[1]
  const place = folder === undefined ? 'the folder of its kind below models' : `models/${folder}`
  const others = offered.slice(0, SHOWN).map((name) => stringifyJson(name)).join(', ')
  const choose = offered.length === 0 ? '' : `, or choose a file that it has: ${others}${offered.length > SHOWN ? ` or ${offered.length - SHOWN} more` : ''}`
  return { file: value, remedy: `Put the file into ${place} of that ComfyUI and validate again${choose}.` }
}
