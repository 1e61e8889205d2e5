import { routes, type Route } from '@lemouf/core/protocol'
import { errorBodySchema } from '@lemouf/core/protocol'
import * as z from 'zod'
import { VERSION } from '../version.ts'

type AnyRoute = Route<z.ZodType, z.ZodType, z.ZodType, z.ZodType>

/** The table of routes as OpenAPI 3.1, made from the same schemas that requests are read with. */
export function openApi(): object {
  const paths: Record<string, Record<string, object>> = {}
  for (const [name, route] of Object.entries(routes) as [string, AnyRoute][]) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(name, route) }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'leMouf Studio', version: VERSION, license: { name: 'Apache-2.0' } },
    paths,
    components: { schemas: { Error: jsonSchema(errorBodySchema, 'output') } },
  }
}

function operation(name: string, { summary, params, query, body, response }: AnyRoute): object {
  const content = (schema: object): object => ({ 'application/json': { schema } })
  return {
    operationId: name,
    summary,
    parameters: [...parameters(params, 'path'), ...parameters(query, 'query')],
    ...(body instanceof z.ZodUndefined ? {} : { requestBody: { required: true, content: content(jsonSchema(body, 'input')) } }),
    responses: {
      200: { description: 'Done', content: content(jsonSchema(response, 'output')) },
      default: { description: 'Refused: a code for programs, a sentence for people', content: content({ $ref: '#/components/schemas/Error' }) },
    },
  }
}

function parameters(schema: z.ZodType, place: 'path' | 'query'): object[] {
  if (!(schema instanceof z.ZodObject)) return []
  return Object.entries(schema.shape).map(([name, field]) => {
    const type = field as z.ZodType
    return { name, in: place, required: place === 'path' || !type.safeParse(undefined).success, schema: jsonSchema(type, 'input') }
  })
}

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): object {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return rest
}
