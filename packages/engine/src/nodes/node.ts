import type { Json, JsonObject } from '@lemouf/core/json'
import type { AudioClip, ImageBatch, MaskBatch, VideoClip } from '../media/types.ts'

/** What flows along a link. `unknown` stands for values that only their own nodes understand. */
export interface SocketTypes {
  IMAGE: ImageBatch
  MASK: MaskBatch
  AUDIO: AudioClip
  VIDEO: VideoClip
  STRING: string
  /** A bigint beyond ±2^53, as seeds may be. */
  INT: number | bigint
  FLOAT: number
  BOOLEAN: boolean
  PIPELINE: Json
  '*': unknown
}
export type SocketType = keyof SocketTypes

/** The options ComfyUI publishes beside an input's type in `/object_info`; they go out as they are. */
export interface InputOptions {
  readonly default?: Json
  readonly min?: number | bigint
  readonly max?: number | bigint
  readonly step?: number
  readonly multiline?: boolean
  readonly forceInput?: boolean
  readonly control_after_generate?: boolean
  readonly image_upload?: boolean
  readonly audio_upload?: boolean
  readonly tooltip?: string
  readonly [option: string]: Json | undefined
}

/** A socket type, or the values of a combo: fixed, or read anew whenever `/object_info` or validation asks. */
export interface InputSpec {
  readonly type: SocketType | readonly string[] | ((files: NodeFiles) => Promise<readonly string[]>)
  readonly options?: InputOptions
  /** Evaluated only when the node asks for it through `needs`. */
  readonly lazy?: boolean
}

export interface OutputSpec {
  readonly type: SocketType
  readonly name: string
}

/** What an executed node shows: ComfyUI's `ui`, whose values are lists. */
export type NodeUi = Readonly<Record<string, readonly Json[]>>

export interface NodeResult {
  /** One value an output slot. */
  readonly outputs: readonly unknown[]
  readonly ui?: NodeUi
}

/** A file as ComfyUI names it. */
export interface FileRef {
  readonly filename: string
  readonly subfolder: string
  readonly type: 'input' | 'output' | 'temp'
}

/** The engine's folders, reached by reference and never by a path from a prompt. */
export interface NodeFiles {
  /** Relative names of the files in `input/` with one of these extensions (lower case, with dot), sorted. */
  listInputs(extensions: readonly string[]): Promise<readonly string[]>
  /** Absolute path of an annotated name as prompts hold it: `a.png`, `sub/a.png`, `a.png [output]`. Throws {@link NodeError} when it is missing or leaves its folder. */
  resolve(annotatedName: string): Promise<string>
  /**
   * Writes the next file of a prefix, as ComfyUI's `get_save_image_path`: `prefix` may hold folders and `%year%` … `%second%`; a node that
   * knows a size fills `%width%` and `%height%` before. Names are `{prefix}_{counter:05}_{.ext}`, with or without the dot in
   * `extension`; the file appears whole or not at all. Throws {@link NodeError} when the prefix leaves the folder.
   */
  save(kind: 'output' | 'temp', prefix: string, extension: string, bytes: Uint8Array): Promise<FileRef>
  /** The same for a file that another program has written: moves it into place. */
  adopt(kind: 'output' | 'temp', prefix: string, extension: string, path: string): Promise<FileRef>
  /** A fresh absolute path in the temp folder of this prompt; removed when the engine stops. */
  scratch(extension: string): Promise<string>
}

/** What a node gets besides its inputs. */
export interface NodeContext {
  readonly nodeId: string
  readonly promptId: string
  /** Aborted on interrupt; long work checks it or hands it on. */
  readonly signal: AbortSignal
  readonly files: NodeFiles
  /** The whole prompt, and what the client put beside it (`extra_data.extra_pnginfo`). */
  readonly prompt: JsonObject
  readonly extraPngInfo: JsonObject
  /** Sends `progress` to the client. */
  progress(value: number, max: number): void
  /** Sends a preview frame (JPEG or PNG) to the client. */
  preview(frame: { readonly format: 'jpeg' | 'png'; readonly bytes: Uint8Array }): void
}

/**
 * A node class. Names, inputs, their order and ranges are ComfyUI's, so that one prompt runs on both.
 * `execute` gets values already validated and cast to the declared types; optional inputs may be undefined.
 */
export interface NodeClass {
  readonly name: string
  readonly displayName: string
  readonly category: string
  readonly description?: string
  readonly required: Readonly<Record<string, InputSpec>>
  readonly optional?: Readonly<Record<string, InputSpec>>
  readonly outputs: readonly OutputSpec[]
  /** Output nodes are what a prompt is executed for. */
  readonly outputNode?: boolean
  /** Part of the cache key, for inputs that name something outside the prompt (a file's hash). Different value: runs again. */
  fingerprint?(inputs: NodeInputs, files: NodeFiles): Promise<string>
  /** Lazy inputs that are needed now, given what is known; asked again until it names none that is missing. */
  needs?(inputs: NodeInputs): readonly string[]
  /**
   * A sentence when the widget values are not acceptable together (ComfyUI's VALIDATE_INPUTS → `custom_validation_failed`). Linked
   * inputs are absent. A class with a check vouches itself for its combos that are read from files: their lists are not enforced,
   * so that LoadImage takes `a.png [output]` as in ComfyUI.
   */
  check?(inputs: NodeInputs, files: NodeFiles): Promise<string | undefined>
  execute(inputs: NodeInputs, context: NodeContext): Promise<NodeResult> | NodeResult
}

/** Inputs by name. Read them through the typed getters, which throw when a class and its spec disagree. */
export type NodeInputs = Readonly<Record<string, unknown>>

/** A failure of a node that a person caused or can mend; becomes `execution_error` with this message. */
export class NodeError extends Error {
  constructor(message: string, options?: { cause?: unknown }) {
    super(message, options)
    this.name = 'NodeError'
  }
}
