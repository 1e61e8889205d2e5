import fc from 'fast-check'
import { expect, test } from 'vitest'
import { filledFirst, foundModels } from './models.ts'

const folders = [
  { name: 'vae', files: [] },
  { name: 'checkpoints', files: ['sdxl/base.safetensors', 'sd15.safetensors'] },
  { name: 'loras', files: ['detail.safetensors'] },
]

test('models are found by words of folder and file', () => {
  expect(foundModels(folders, 'CHECK sdxl')).toEqual([{ name: 'checkpoints', files: ['sdxl/base.safetensors'] }])
  expect(foundModels(folders, 'lora')).toEqual([{ name: 'loras', files: ['detail.safetensors'] }])
  expect(foundModels(folders, 'nothing')).toEqual([])
  expect(foundModels(folders, '  ')).toEqual(folders)
})

test('folders with files come first, and none is lost', () => {
  expect(filledFirst(folders).map(({ name }) => name)).toEqual(['checkpoints', 'loras', 'vae'])
})

test('what is found is there, and more words find no more', () => {
  const word = fc.constantFrom('a', 'b', 'x.', 'lora')
  const anyFolders = fc.array(fc.record({ name: word, files: fc.array(fc.string(), { maxLength: 5 }) }), { maxLength: 5 })
  const count = (found: typeof folders): number => found.reduce((sum, { files }) => sum + files.length, 0)
  fc.assert(fc.property(anyFolders, word, word, (all, one, two) => {
    expect(count([...foundModels(all, `${one} ${two}`)] as typeof folders)).toBeLessThanOrEqual(count([...foundModels(all, one)] as typeof folders))
    for (const { name, files } of foundModels(all, one)) expect(all.some((folder) => folder.name === name && files.every((file) => folder.files.includes(file)))).toBe(true)
  }))
})
