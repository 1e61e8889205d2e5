import { AppError } from '@lemouf/core/error'
import { COUNTS } from '@lemouf/core/metrics'
import { sql, type Compilable, type SchemaModule } from 'kysely'
import type { Database } from './database.ts'

/** Version n of the schema is the first n migrations. One that was released is never changed. */
const MIGRATIONS: readonly ((schema: SchemaModule) => readonly Compilable[])[] = [initial, servers, pipelines, metrics, decisions, library, compositions, gestures]

/** Brings the database to this program's schema, each version in one transaction. Error: `data_unusable` when it is newer than the program. */
export async function migrate(database: Database): Promise<void> {
  const { schema } = database.query
  await database.transaction([
    schema.createTable('schemaVersion').ifNotExists().addColumn('version', 'integer', (column) => column.primaryKey()).compile(),
  ])
  const newest = await database.query
    .selectFrom('schemaVersion')
    .select('version')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  const version = newest?.version ?? 0
  if (version > MIGRATIONS.length) throw newerSchema(version)
  for (const [index, migration] of MIGRATIONS.entries()) {
    if (index < version) continue
    // The version goes in first: of two programs that start at once, one migrates.
    const mark = database.query.insertInto('schemaVersion').values({ version: index + 1 }).onConflict((conflict) => conflict.doNothing())
    await database.transaction([{ ...mark.compile(), mustChange: true }, ...migration(schema).map((step) => step.compile())])
  }
}

function newerSchema(version: number): AppError {
  return new AppError(
    'data_unusable',
    `These data were written by a newer version of leMouf (schema ${version}; this one knows up to ${MIGRATIONS.length}). ` +
      'Start that version, or use another data folder.',
  )
}

function initial(schema: SchemaModule): readonly Compilable[] {
  return [
    schema
      .createTable('events')
      .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
      .addColumn('loopId', 'text', (column) => column.notNull())
      .addColumn('seq', 'integer', (column) => column.notNull())
      .addColumn('type', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('actor', 'text', (column) => column.notNull())
      .addColumn('run', 'integer')
      .addColumn('cycle', 'integer')
      .addColumn('retry', 'integer')
      .addColumn('data', 'text', (column) => column.notNull())
      .addUniqueConstraint('events_of_loop', ['loopId', 'seq']),
    schema
      .createTable('loops')
      .addColumn('loopId', 'text', (column) => column.primaryKey())
      .addColumn('seq', 'integer', (column) => column.notNull())
      .addColumn('createdAt', 'bigint', (column) => column.notNull())
      .addColumn('updatedAt', 'bigint', (column) => column.notNull())
      .addColumn('summary', 'text', (column) => column.notNull())
      .addColumn('setup', 'text', (column) => column.notNull())
      .addColumn('runtimeState', 'text'),
    schema
      .createTable('attempts')
      .addColumn('loopId', 'text', (column) => column.notNull())
      .addColumn('cycle', 'integer', (column) => column.notNull())
      .addColumn('retry', 'integer', (column) => column.notNull())
      .addColumn('run', 'integer', (column) => column.notNull())
      .addColumn('status', 'text', (column) => column.notNull())
      .addColumn('decision', 'text')
      .addColumn('promptId', 'text', (column) => column.notNull())
      .addColumn('updatedAt', 'bigint', (column) => column.notNull())
      .addColumn('data', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('attempts_of_loop', ['loopId', 'cycle', 'retry']),
    schema.createIndex('attempts_by_status').on('attempts').column('status'),
    schema.createIndex('attempts_by_prompt').on('attempts').column('promptId'),
    ...mediaAndRequests(schema),
  ]
}

function servers(schema: SchemaModule): readonly Compilable[] {
  const table = schema.createTable('servers').addColumn('url', 'text', (column) => column.primaryKey())
  return [table.addColumn('addedAt', 'bigint', (column) => column.notNull())]
}

function pipelines(schema: SchemaModule): readonly Compilable[] {
  return [
    schema
      .createTable('pipelines')
      .addColumn('pipelineId', 'text', (column) => column.primaryKey())
      .addColumn('seq', 'integer', (column) => column.notNull())
      .addColumn('createdAt', 'bigint', (column) => column.notNull())
      .addColumn('updatedAt', 'bigint', (column) => column.notNull())
      .addColumn('open', 'integer', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('plan', 'text', (column) => column.notNull()),
  ]
}

function metrics(schema: SchemaModule): readonly Compilable[] {
  const hours = schema
    .createTable('metricHours')
    .addColumn('loopId', 'text', (column) => column.notNull())
    .addColumn('hour', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('metric_hours_of_loop', ['loopId', 'hour'])
  return [
    schema.createTable('metricPlace').addColumn('id', 'integer', (column) => column.primaryKey()).addColumn('eventId', 'integer', (column) => column.notNull()),
    schema.createTable('metricLoops').addColumn('loopId', 'text', (column) => column.primaryKey()).addColumn('data', 'text', (column) => column.notNull()),
    schema
      .createTable('metricCycles')
      .addColumn('loopId', 'text', (column) => column.notNull())
      .addColumn('run', 'integer', (column) => column.notNull())
      .addColumn('cycle', 'integer', (column) => column.notNull())
      .addColumn('waiting', 'integer', (column) => column.notNull())
      .addColumn('data', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('metric_cycles_of_loop', ['loopId', 'run', 'cycle']),
    COUNTS.reduce((table, name) => table.addColumn(name, 'bigint', (column) => column.notNull()), hours),
    schema.createIndex('metric_hours_by_hour').on('metricHours').column('hour'),
    schema
      .createTable('metricWaits')
      .addColumn('loopId', 'text', (column) => column.notNull())
      .addColumn('hour', 'integer', (column) => column.notNull())
      .addColumn('step', 'integer', (column) => column.notNull())
      .addColumn('number', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('metric_waits_of_loop', ['loopId', 'hour', 'step']),
    schema.createIndex('metric_waits_by_hour').on('metricWaits').column('hour'),
    schema
      .createTable('serverHours')
      .addColumn('server', 'text', (column) => column.notNull())
      .addColumn('hour', 'integer', (column) => column.notNull())
      .addColumn('busyMs', 'bigint', (column) => column.notNull())
      .addColumn('idleMs', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('hours_of_server', ['server', 'hour']),
    schema.createIndex('server_hours_by_hour').on('serverHours').column('hour'),
  ]
}

/** What became of a decision is asked for by its attempt. */
function decisions(schema: SchemaModule): readonly Compilable[] {
  const index = schema.createIndex('decisions_on_attempt').on('events').columns(['loopId', 'run', 'cycle', 'retry', 'seq'])
  return [index.where(sql.ref('type'), 'in', sql`('decided', 'decisionUndone')`)]
}

function library(schema: SchemaModule): readonly Compilable[] {
  return [
    schema
      .createTable('mediaContents')
      .addColumn('hash', 'text', (column) => column.primaryKey())
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('data', 'text', (column) => column.notNull()),
    schema
      .createTable('libraryMedia')
      .addColumn('mediaId', 'text', (column) => column.primaryKey())
      .addColumn('addedAt', 'bigint', (column) => column.notNull()),
  ]
}

/** What happened to compositions is among the events; these are what is looked up, and documents kept whole so that not all of it is done again. */
function compositions(schema: SchemaModule): readonly Compilable[] {
  return [
    schema
      .createTable('compositions')
      .addColumn('compositionId', 'text', (column) => column.primaryKey())
      .addColumn('revision', 'integer', (column) => column.notNull())
      .addColumn('updatedAt', 'bigint', (column) => column.notNull())
      .addColumn('removedAt', 'bigint')
      .addColumn('summary', 'text', (column) => column.notNull()),
    schema
      .createTable('compositionSnapshots')
      .addColumn('compositionId', 'text', (column) => column.notNull())
      .addColumn('revision', 'integer', (column) => column.notNull())
      .addColumn('document', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('snapshots_of_composition', ['compositionId', 'revision']),
    schema
      .createTable('compositionClients')
      .addColumn('compositionId', 'text', (column) => column.notNull())
      .addColumn('client', 'text', (column) => column.notNull())
      .addColumn('sequence', 'bigint', (column) => column.notNull())
      .addColumn('revision', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('clients_of_composition', ['compositionId', 'client']),
    schema
      .createTable('compositionViews')
      .addColumn('compositionId', 'text', (column) => column.notNull())
      .addColumn('client', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('views_of_composition', ['compositionId', 'client']),
    schema
      .createTable('compositionVersions')
      .addColumn('versionId', 'text', (column) => column.primaryKey())
      .addColumn('compositionId', 'text', (column) => column.notNull())
      .addColumn('revision', 'integer', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('actor', 'text', (column) => column.notNull()),
    schema.createIndex('versions_of_composition').on('compositionVersions').columns(['compositionId', 'revision']),
  ]
}

/** Two windows may take themselves for the same one: what a sequence was stored for tells them apart. Unknown (null) of what was stored before. */
function gestures(schema: SchemaModule): readonly Compilable[] {
  return [schema.alterTable('compositionClients').addColumn('gesture', 'text')]
}

function mediaAndRequests(schema: SchemaModule): readonly Compilable[] {
  return [
    schema
      .createTable('media')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('hash', 'text', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('mime', 'text', (column) => column.notNull())
      .addColumn('bytes', 'bigint', (column) => column.notNull())
      .addColumn('width', 'integer')
      .addColumn('height', 'integer')
      .addColumn('ext', 'text', (column) => column.notNull())
      .addColumn('filename', 'text', (column) => column.notNull())
      .addColumn('loopId', 'text')
      .addColumn('createdAt', 'bigint', (column) => column.notNull()),
    schema.createIndex('media_by_hash').on('media').column('hash'),
    schema
      .createTable('requests')
      .addColumn('key', 'text', (column) => column.primaryKey())
      .addColumn('loopId', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('response', 'text', (column) => column.notNull()),
    schema.createIndex('requests_by_age').on('requests').column('at'),
  ]
}
