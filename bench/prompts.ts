import type { JsonObject } from '@lemouf/core/json'

/** A prompt whose work is a blur of `size` pixels square; `colour` makes it new to the engine's cache. */
export function blurPrompt(size: number, colour: number): JsonObject {
  return {
    '1': { class_type: 'EmptyImage', inputs: { width: size, height: size, batch_size: 1, color: colour } },
    '4': { class_type: 'ImageBlur', inputs: { image: ['1', 0], blur_radius: 8, sigma: 1 } },
    '2': { class_type: 'LoopReturn', inputs: { loop_id: 'bench', payload: ['4', 0] } },
  }
}

/** The same as a loop's workflow, its colour taken from the payload. */
export function blurWorkflow(size: number): JsonObject {
  const mappings = [{ from: 'colour', to: { node: 'id:1', input: 'color' } }]
  return { ...blurPrompt(size, 0), '3': { class_type: 'LoopMap', inputs: { map_json: JSON.stringify({ schema: 'lemouf.loopmap.v1', mappings }) } } }
}

export const coloursFrom = (first: number, count: number): { colour: number }[] => Array.from({ length: count }, (_unused, index) => ({ colour: first + index }))
