import { AppError } from '@lemouf/core/error'
import { readonly, ref, watch, type Ref } from 'vue'
import { server } from '../server/client.ts'
import { titlesOf, type NodeTitles } from './node-titles.ts'

/** The titles of the nodes of a loop's workflow, once they are read, wherever the loop was started. `workflow`: its name, undefined until the loop is known. */
export function useNodeTitles(loopId: string, workflow: () => string | null | undefined): Readonly<Ref<NodeTitles>> {
  const titles = ref<NodeTitles>({})
  watch(workflow, async (name) => {
    titles.value = {}
    if (name === undefined) return
    const found = await readTitles(loopId)
    if (name === workflow()) titles.value = found
  }, { immediate: true })
  return readonly(titles)
}

async function readTitles(loop_id: string): Promise<NodeTitles> {
  try {
    const { prompt, graph } = await server('getLoopWorkflow', { params: { loop_id }, query: {} })
    return titlesOf(graph ?? prompt)
  } catch (error) {
    // The facts are whole without titles: the ids stand in for them.
    if (error instanceof AppError) return {}
    throw error
  }
}
