import type { Json } from './json.ts'

/** Every expected failure of the program, and the HTTP status it answers with. */
export const ERROR_STATUS = {
  // input
  json_malformed: 400,
  json_too_deep: 400,
  json_too_large: 413,
  request_invalid: 400,
  unsupported_content_type: 415,
  workflow_malformed: 400,
  prompt_malformed: 400,
  object_info_malformed: 502,
  selector_invalid: 400,
  loop_map_invalid: 422,
  payload_path_invalid: 422,
  payload_invalid: 422,
  pipeline_invalid: 422,
  pipeline_not_found: 404,
  pipeline_running: 409,
  pipeline_step_not_found: 404,
  pipeline_step_refused: 409,
  upload_too_large: 413,
  media_unsupported: 415,
  upload_not_found: 404,
  upload_offset_wrong: 409,
  upload_version_unknown: 412,
  upload_damaged: 460,
  // the loop
  loop_not_found: 404,
  loop_exists: 409,
  loop_has_no_workflow: 409,
  loop_exited: 409,
  loop_paused: 409,
  workflow_not_found: 404,
  workflow_without_loop_return: 422,
  preflight_failed: 422,
  mapping_failed: 422,
  overrides_invalid: 422,
  saver_missing: 422,
  output_node_invalid: 422,
  payload_too_short: 422,
  attempt_not_found: 404,
  attempt_not_returned: 409,
  attempt_failed: 409,
  attempt_in_flight: 409,
  retry_not_dense: 409,
  cycle_out_of_range: 422,
  decision_stale: 409,
  approval_ambiguous: 409,
  nothing_to_undo: 409,
  nothing_approved: 409,
  // the composition
  project_malformed: 422,
  edit_refused: 422,
  composition_not_found: 404,
  composition_exists: 409,
  composition_stale: 409,
  composition_removed: 409,
  sequence_taken: 409,
  version_not_found: 404,
  // the program
  media_not_found: 404,
  media_there: 409,
  media_differs: 409,
  request_abandoned: 499,
  route_not_found: 404,
  origin_refused: 403,
  host_refused: 403,
  path_refused: 403,
  token_required: 401,
  address_needs_token: 400,
  address_in_use: 409,
  data_in_use: 409,
  data_unusable: 500,
  disk_full: 507,
  engine_unavailable: 503,
  engine_refused: 502,
  engine_answer_invalid: 502,
  attempt_lost: 502,
  output_vanished: 502,
  server_not_found: 404,
  ffmpeg_missing: 503,
  usage: 400,
  internal: 500,
} as const

export type ErrorCode = keyof typeof ERROR_STATUS

/**
 * An expected failure: a code for programs, a sentence for people that says what happened and what to do.
 * `details` carries structured facts (findings, the newer state) and never secrets or paths of the machine.
 */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly details: Json | undefined

  constructor(code: ErrorCode, message: string, options: { details?: Json; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'AppError'
    this.code = code
    this.details = options.details
  }

  get status(): number {
    return ERROR_STATUS[this.code]
  }
}
