import * as z from 'zod'
import { defineCommand, EXIT, option } from './command.ts'
import { withSession } from './connect.ts'
import { isPipelineChoice } from './drive-pipeline.ts'
import { findingsText, mappingsText } from './findings.ts'
import { feeding, making, place } from './options.ts'
import { textTable } from './text-table.ts'
import { orListNames, readAssignments, readJsonFile, readWorkflow } from './workflow-choice.ts'

/** `lemouf validate`: would this workflow run, and what goes where. */
export const validate = defineCommand({
  name: 'validate',
  summary: 'Look whether a workflow would run, and what of the payload goes where',
  operands: { workflow: option('WORKFLOW', 'A listed name such as loop/loop_basic_image.json, or the path of a JSON file', z.string().min(1)) },
  options: { ...feeding, ...making, ...place },
  run: async (args, terminal) => {
    const payload = args.payload === undefined ? undefined : await readJsonFile(args.payload)
    const body = { ...(await readWorkflow(args.workflow)), output_node: args['output-node'], payload, overrides: readAssignments(args.set), total_cycles: args.cycles, candidates: args.candidates, seeds: args.seeds, seed: args.seed }
    return withSession(args, terminal, 'borrowed', async (session) => {
      const { name, workflow } = body
      if (await isPipelineChoice(session, { name, ...(workflow === undefined ? {} : { workflow }) })) {
        const response = await session.client('validatePipeline', { body: { name, ...(workflow === undefined ? {} : { workflow }) } })
        const steps = textTable([['STEP', 'ROLE', 'WORKFLOW'], ...response.steps.map((step) => [step.title, step.role, step.workflow ?? ''])])
        terminal.result(response, [...(response.findings.length === 0 ? [] : [findingsText(response.findings), '']), steps, '', response.ok ? 'It would run.' : 'It would not run.'].join('\n'))
        return response.ok ? EXIT.done : EXIT.preflight
      }
      const response = await orListNames(session, () => session.client('validateWorkflow', { body }))
      const { ok, findings, mappings, total_cycles } = response
      const verdict = ok ? `It would run, in ${total_cycles} ${total_cycles === 1 ? 'cycle' : 'cycles'}.` : 'It would not run.'
      terminal.result(response, [...(findings.length === 0 ? [] : [findingsText(findings), '']), mappingsText(mappings), '', verdict].join('\n'))
      return ok ? EXIT.done : EXIT.preflight
    })
  },
})
