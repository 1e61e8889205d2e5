import fastify, { LogController, type FastifyInstance } from 'fastify'
import type { App } from '../app.ts'
import { serveExports } from '../export/serve-export.ts'
import { registerMedia } from '../media/serve.ts'
import { serveCompositionFiles } from './composition-files.ts'
import { compositionHandlers } from './composition-handlers.ts'
import { decideHandlers } from './decide-handlers.ts'
import { answerErrors } from './errors.ts'
import { guard, type Access } from './guard.ts'
import { speakJson } from './json.ts'
import { serveLiveFeed } from './live-feed.ts'
import { libraryHandlers } from './library-handlers.ts'
import { makeHandlers } from './make-handlers.ts'
import { serveMediaFiles } from './media-files.ts'
import { metricHandlers } from './metric-handlers.ts'
import { openApi } from './openapi.ts'
import { pageOrigins } from './origins.ts'
import { servePages } from './pages.ts'
import { pipelineHandlers } from './pipeline-handlers.ts'
import { readHandlers } from './read-handlers.ts'
import { serveResumableUploads } from './resumable-uploads.ts'
import { serveRoutes } from './table.ts'
import { serveUploads } from './uploads.ts'
import { workflowHandlers } from './workflow-handlers.ts'

/** The HTTP server of the program, ready to listen. */
export async function createServer(app: App, access: Access): Promise<FastifyInstance> {
  const server: FastifyInstance = fastify({ loggerInstance: app.log, logController: new LogController({ disableRequestLogging: true }), forceCloseConnections: true, routerOptions: { maxParamLength: 200 } })
  answerErrors(server)
  speakJson(server)
  guard(server, access, () => pageOrigins(app.servers.views.filter(({ kind }) => kind === 'comfyui').map(({ url }) => url)))
  serveRoutes(server, { ...readHandlers(app), ...makeHandlers(app), ...decideHandlers(app), ...workflowHandlers(app), ...pipelineHandlers(app), ...metricHandlers(app), ...libraryHandlers(app), ...compositionHandlers(app) })
  serveLiveFeed(server, app)
  await serveUploads(server, app)
  await serveResumableUploads(server, app.uploads)
  serveMediaFiles(server, app.desk)
  registerMedia(server, app.media)
  serveExports(server, app.dataDir)
  await serveCompositionFiles(server, app)
  server.get('/lemouf/openapi.json', () => openApi())
  await servePages(server)
  return server
}
