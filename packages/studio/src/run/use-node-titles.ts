import { AppError } from '@lemouf/core/error'
import { readonly, ref, watch, type Ref } from 'vue'
import { server } from '../server/client.ts'
import { titlesOf, type NodeTitles } from './node-titles.ts'

/** The titles of the nodes of a workflow file, once they are read; none where the file is gone or the loop came without one. */
export function useNodeTitles(workflow: () => string | null | undefined): Readonly<Ref<NodeTitles>> {
  const titles = ref<NodeTitles>({})
  watch(workflow, async (name) => {
    titles.value = {}
    if (name === null || name === undefined) return
    const found = await readTitles(name)
    if (name === workflow()) titles.value = found
  }, { immediate: true })
  return readonly(titles)
}

async function readTitles(name: string): Promise<NodeTitles> {
  try {
    return titlesOf((await server('loadWorkflow', { body: { name } })).workflow)
  } catch (error) {
    // The facts are whole without titles: the ids stand in for them.
    if (error instanceof AppError) return {}
    throw error
  }
}
