import { expect, test } from 'vitest'
import type { Json } from '../json.ts'
import { unwrap } from '../result.ts'
import { readProfile } from './profile.ts'
import { parseUiWorkflow } from './ui-workflow.ts'

const profileOf = (...nodes: readonly Json[]) => readProfile(unwrap(parseUiWorkflow({ nodes })))
const profileNode = (widgets_values: Json) => ({ id: 1, type: 'LeMoufWorkflowProfile', widgets_values })

test.each<[string, Json, ReturnType<typeof readProfile>]>([
  ['five values', ['tool', '', '0.2.0', '1.1.0', 'branch'], { profileId: 'tool', profileVersion: '0.2.0', uiContractVersion: '1.1.0', workflowKind: 'branch' }],
  ['a name of the author', ['custom', 'mine', '0.2.0', '1.1.0', 'master'], { profileId: 'mine', profileVersion: '0.2.0', uiContractVersion: '1.1.0', workflowKind: 'master' }],
  ['three old values', ['song2daw', '0.3.0', '1.0.0'], { profileId: 'song2daw', profileVersion: '0.3.0', uiContractVersion: '1.0.0', workflowKind: 'master' }],
  ['four without the custom name', ['tool', '0.3.0', '1.0.0', 'branch'], { profileId: 'tool', profileVersion: '0.3.0', uiContractVersion: '1.0.0', workflowKind: 'branch' }],
  ['four without the kind', ['custom', 'mine', '0.3.0', '1.0.0'], { profileId: 'mine', profileVersion: '0.3.0', uiContractVersion: '1.0.0', workflowKind: 'master' }],
  ['none', [], { profileId: 'generic_loop', profileVersion: '0.1.0', uiContractVersion: '1.0.0', workflowKind: 'master' }],
])('%s', (_what, values, profile) => {
  expect(profileOf(profileNode(values))).toEqual(profile)
})

test('without the node, the other nodes tell', () => {
  expect(profileOf({ id: 1, type: 'Song2DawRun' }).profileId).toBe('song2daw')
  expect(profileOf({ id: 1, type: 'KSampler' })).toEqual({ profileId: 'generic_loop', profileVersion: '0.1.0', uiContractVersion: '1.0.0', workflowKind: 'master' })
})
