import { AppError } from '@lemouf/core/error'
import type { Json } from '@lemouf/core/json'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { changeSettings } from '../app/settings.ts'
import { findingSays, refusalOf } from './refusal.ts'

beforeEach(() => changeSettings({ language: 'fr' }))
afterEach(() => changeSettings({ language: 'auto' }))

test('a code that says all has a French sentence; another keeps the server’s', () => {
  expect(refusalOf(new AppError('nothing_to_undo', 'Cycle 1 has no decision to take back.'))).toBe('Cet essai n’a aucune décision à annuler.')
  expect(refusalOf(new AppError('mapping_failed', 'No node matches @loop.sky.'))).toBe('No node matches @loop.sky.')
})

test('a decision overtaken by another tells which and by whom', () => {
  const details = { cycle_index: 2, retry_index: 1, revision: 3, decision: 'approve', by: 'eva' }
  expect(refusalOf(new AppError('decision_stale', '…', { details }))).toBe('Cycle 3, nouvel essai 1\u00a0: a été approuvé par eva entre-temps. Regardez-le de nouveau, puis décidez.')
  expect(refusalOf(new AppError('decision_stale', '…', { details: { ...details, decision: null, by: null } }))).toContain('est de nouveau à décider')
  expect(refusalOf(new AppError('decision_stale', 'As the server says.'))).toBe('As the server says.')
})

test('what the details tell of a payload, a mapping or an override is said in French', () => {
  const said = (code: 'payload_too_short' | 'mapping_failed' | 'overrides_invalid', details?: Json) => refusalOf(new AppError(code, 'English.', details === undefined ? {} : { details }))
  expect(said('payload_too_short', { cycle_index: 4 })).toContain('rien pour le cycle 5')
  expect(said('mapping_failed', { selector: '@loop.sky' })).toContain('«\u00a0@loop.sky\u00a0»')
  const node = { id: '3', title: 'Ciel', classType: 'Sky' }
  expect(said('overrides_invalid', { findings: [{ severity: 'error', code: 'input_missing', message: 'a', remedy: 'b', node, input: 'blue' }] })).toContain('n’a pas d’entrée «\u00a0blue\u00a0»')
  expect(said('overrides_invalid', { findings: [{ severity: 'error', code: 'value_invalid', message: 'a', remedy: 'b', node, input: 'blue' }] })).toBe('English.')
  for (const code of ['payload_too_short', 'mapping_failed', 'overrides_invalid'] as const) expect(said(code)).toBe('English.')
})

test('a server that does not answer is told from one that has no machine', () => {
  expect(refusalOf(new AppError('engine_unavailable', '…', { cause: new TypeError('fetch failed') }))).toMatch(/^Le serveur leMouf ne répond pas/)
  expect(refusalOf(new AppError('engine_unavailable', 'No generating server has answered yet.'))).toBe('No generating server has answered yet.')
})

test('in English the server speaks for itself', () => {
  changeSettings({ language: 'en' })
  expect(refusalOf(new AppError('nothing_to_undo', 'Cycle 1 has no decision to take back.'))).toBe('Cycle 1 has no decision to take back.')
})

test('a finding is said in French where its fields are enough', () => {
  const node = { id: '5:12', title: 'Peindre', classType: 'Painter' }
  const missing = { severity: 'error' as const, code: 'class_missing', message: 'Node …', remedy: 'Connect …', node }
  expect(findingSays(missing).message).toBe('Le nœud 5:12 («\u00a0Peindre\u00a0») est de la classe Painter, que ce ComfyUI n’a pas.')
  const { node: _node, ...bare } = missing
  expect(findingSays(bare)).toMatchObject({ message: 'Node …', remedy: 'Connect …' })
  expect(findingSays({ ...missing, code: 'model_missing' }).message).toBe('Node …')
  changeSettings({ language: 'en' })
  expect(findingSays(missing).message).toBe('Node …')
})
