import type { ModelsView } from '@lemouf/core/protocol'

export type ModelFolder = ModelsView['folders'][number]

/** The folders with the files whose path holds every word of the search; folders without one are left out once something is searched. */
export function foundModels(folders: readonly ModelFolder[], search: string): readonly ModelFolder[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return folders
  const found = folders.map(({ name, files }) => ({ name, files: files.filter((file) => words.every((word) => `${name}/${file}`.toLowerCase().includes(word))) }))
  return found.filter(({ files }) => files.length > 0)
}

/** Those with files first, as the server has them otherwise. */
export const filledFirst = (folders: readonly ModelFolder[]): readonly ModelFolder[] => folders.toSorted((a, b) => Number(a.files.length === 0) - Number(b.files.length === 0))
