import type { App } from '../app.ts'
import { validate } from '../workflows/validate.ts'
import type { Handlers } from './table.ts'
import { systemView } from './system.ts'

/** The routes of workflow files, of the program itself and of the servers it uses. */
export function workflowHandlers(app: App): Pick<Handlers, 'listWorkflows' | 'loadWorkflow' | 'validateWorkflow' | 'getSystem' | 'addServer' | 'removeServer'> {
  return {
    listWorkflows: () => app.catalog.list(),
    loadWorkflow: async ({ body }) => {
      const { name, json, profile } = await app.catalog.load(body.name)
      return { ok: true, name, workflow: json, workflow_profile: profile }
    },
    validateWorkflow: async ({ body }) => (await validate(app, body)).response,
    getSystem: () => systemView(app),
    addServer: async ({ body }) => {
      await app.servers.add(body.url)
      return { workers: [...app.servers.views] }
    },
    removeServer: async ({ body }) => {
      await app.servers.remove(body.url)
      return { workers: [...app.servers.views] }
    },
  }
}
