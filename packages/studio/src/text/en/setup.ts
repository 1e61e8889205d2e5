import type { ValidateResponse } from '@lemouf/core/protocol'
import { count } from './count.ts'

/** The settings of a loop before its start. */
export const setup = {
  of: (title: string) => `Settings of ${title}`,
  cycles: 'Total cycles',
  cyclesFromPayload: 'as many as the payload has entries',
  cyclesInvalid: 'Give a whole number from 1 to 1,000,000, or leave it empty.',
  loopId: 'Loop name',
  loopIdByItself: 'chosen by itself',
  loopIdBecomes: (id: string) => `becomes ${id}`,
  loopIdInvalid: 'Nothing of this can be kept: use letters from a to z, digits, - or _.',
  loopIdTaken: 'This name is taken by the list of loops. Choose another.',
  output: 'Take the result from',
  outputChoose: 'choose a node …',
  outputMeans: 'The workflow has no Loop Return.',
  outputOption: ({ node, title, class_type, type }: ValidateResponse['output_candidates'][number]) => `${title}${title === class_type ? '' : ` · ${class_type}`} · ${type === '*' ? 'any type' : type.toLowerCase()} · node ${node}`,
  outputGone: (node: string) => `node ${node}, which is not there`,
  payload: 'Payload',
  payloadEmpty: '[{"prompt": "…"}, {"prompt": "…"}]',
  payloadNone: 'The workflow has no payload. Paste JSON here to give one.',
  payloadFromNode: 'From the workflow’s Loop Payload node.',
  payloadEdit: 'Change',
  payloadGiven: 'Used instead of the workflow’s own.',
  payloadFromWorkflow: 'Use the workflow’s',
  payloadFile: 'Open a file',
  advanced: 'Advanced',
  mode: 'Next cycle',
  modes: { auto: 'starts by itself', manual: 'waits for a step' },
  approve: 'Approval',
  approvals: { ask: 'by a person', all: 'everything that returns' },
  lookahead: 'Lookahead',
  lookaheadMeans: 'cycles made ahead while you look',
  lookaheadInvalid: 'Give a whole number from 0 to 100.',
  start: 'Validate & Start',
  startingNow: 'Starting …',
  checking: 'Checking …',
  verdict: (findings: ValidateResponse['findings']) => {
    const of = (severity: 'error' | 'warning'): number => findings.filter((finding) => finding.severity === severity).length
    if (of('error') > 0) return `${count(of('error'), 'error', 'errors')} to fix before it can run`
    return of('warning') > 0 ? `It can run, with ${count(of('warning'), 'warning', 'warnings')}` : 'It can run'
  },
  findings: 'Findings',
  counts: {
    error: (number: number) => count(number, 'error', 'errors'),
    warning: (number: number) => count(number, 'warning', 'warnings'),
    info: (number: number) => count(number, 'note', 'notes'),
  },
  mappings: 'Mappings',
  fixAbove: 'Fix the field above; what it would do is shown again then.',
  noMappings: 'Nothing of the payload goes into this workflow: it has no Loop Map, or an empty one.',
  path: 'Payload path',
  target: 'Node and input',
  firstValue: 'Value of cycle 1',
  noValue: '(nothing)',
  noTarget: (selector: string) => `no node matches ${selector}`,
} as const
