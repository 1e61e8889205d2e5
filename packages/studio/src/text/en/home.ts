import type { LoopSummary } from '@lemouf/core/protocol'

/** Home: workflows and loops. */
export const home = {
  searchWorkflows: 'Search workflows',
  nothingFound: (search: string) => `No workflow matches "${search.trim()}".`,
  clearSearch: 'Clear search',
  noWorkflows: (folder: string) => `No master workflow yet. Save one from ComfyUI into a folder below ${folder || 'workflows'}, then refresh.`,
  needsModel: 'model',
  needsModels: (files: readonly string[]) => `It needs a ComfyUI that has ${files.map((file) => `models/${file}`).join(' and ')}.`,
  noFolder: 'without a folder',
  unreadable: 'Not readable',
  startWith: (title: string) => `Start with ${title}, or choose another workflow to see what it needs.`,
  chooseIt: 'Choose it',
  chooseWorkflow: 'Choose a workflow',
  allLoopsOf: (number: number) => `All ${number} loops`,
  noLoops: 'No loop yet. Start one from a workflow.',
  profiles: { pipeline: 'pipeline', generic_loop: 'loop', song2daw: 'song', tool: 'tool', custom: 'custom' },
  loopStatus: {
    empty: 'without a workflow',
    ready: 'ready to run',
    running: 'running',
    waiting: 'waiting for you',
    paused: 'paused',
    failed: 'failed',
    complete: 'complete',
    exited: 'exited',
  } satisfies Record<LoopSummary['status'], string>,
  approvedOf: (approved: number, total: number) => `${approved}/${total} approved`,
} as const
