import { canonicalJson, isJsonObject, type Json } from '@lemouf/core/json'
import type { PipelineStore } from '../store/pipeline-store.ts'
import { sha256 } from './hash.ts'

/** Leaves room for letters of its own below the 40 of an id. */
const STEM = 33

/**
 * The pipeline that a workflow is, run after run: its file's name as an id. Of two files of one name in different folders the later one gets letters
 * of its own. A workflow without a file is known by the id that ComfyUI gave it, else by what is in it.
 */
export async function pipelineIdOf(store: PipelineStore, name: string | undefined, graph: Json): Promise<string> {
  if (name === undefined) return `pipeline-${sha256(graphId(graph)).slice(0, 12)}`
  const stem = name.replace(/^.*\//, '').replace(/\.json$/i, '').replaceAll(/[^a-zA-Z0-9]+/g, '-').replaceAll(/^-+|-+$/g, '').slice(0, STEM)
  const plain = stem === '' || stem === 'list' ? 'pipeline' : stem
  const known = await store.read(plain)
  return known === undefined || known.name === name ? plain : `${plain}-${sha256(name).slice(0, 6)}`
}

function graphId(graph: Json): string {
  const id = isJsonObject(graph) ? graph['id'] : undefined
  return typeof id === 'string' && id !== '' ? id : canonicalJson(graph)
}
