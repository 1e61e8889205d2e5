import { AppError } from '@lemouf/core/error'
import type { Json } from '@lemouf/core/json'
import { routes, type ValidatePipelineResponse, type ValidateResponse } from '@lemouf/core/protocol'
import * as z from 'zod'
import { stringifyJson } from '@lemouf/core/json'
import { textTable } from './text-table.ts'

/** Those of a pipeline name the step that they are about. */
type Findings = ValidateResponse['findings'] | ValidatePipelineResponse['findings']

const detailsSchema = z.object({ findings: routes.validatePipeline.response.shape.findings })
const SHOWN_VALUE = 40

/** A finding a paragraph: how grave, where, what is wrong, what to do. The graver come first. */
export function findingsText(findings: Findings): string {
  const grave = ['error', 'warning', 'info'] as const
  const sorted = grave.flatMap((severity) => findings.filter((finding) => finding.severity === severity))
  return sorted.map((finding) => `${finding.severity}: ${placeOf(finding)}${finding.message}\n  ${finding.remedy}`).join('\n')
}

/** What of the payload goes where, with the value of the first cycle. */
export function mappingsText(mappings: ValidateResponse['mappings']): string {
  if (mappings.length === 0) return 'Nothing is mapped from the payload.'
  const rows = mappings.flatMap(({ path, selector, targets, firstValue }) => {
    const value = firstValue === undefined ? '' : shortened(stringifyJson(firstValue))
    return targets.length === 0 ? [[path, selector, '(no node)', value]] : targets.map((target) => [path, selector, `${target.title}.${target.input} (node ${target.nodeId})`, value])
  })
  return textTable([['FROM', 'SELECTOR', 'TO', 'FIRST VALUE'], ...rows])
}

/** The findings that a refusal to start carries; empty for any other error. */
export function findingsIn(error: AppError): Findings {
  return detailsSchema.safeParse(error.details).data?.findings ?? []
}

/** The refusal to start with these findings. */
export function preflightFailed(findings: Findings): AppError {
  return new AppError('preflight_failed', 'The workflow would not run. Correct the errors, and validate it again.', { details: { findings: findings as unknown as Json } })
}

function placeOf(finding: Findings[number]): string {
  const { node, input } = finding
  const step = 'step' in finding && finding.step !== undefined ? `step "${finding.step.title}": ` : ''
  if (node === undefined) return step
  return `${step}${node.title} (node ${node.id}${input === undefined ? '' : `, ${input}`}): `
}

const shortened = (text: string): string => (text.length > SHOWN_VALUE ? `${text.slice(0, SHOWN_VALUE - 1)}…` : text)
