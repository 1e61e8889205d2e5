export type Severity = 'error' | 'warning' | 'info'

/** A node as a person finds it again: its id, the title it shows and its class. */
export type NodeReference = { readonly id: string; readonly title: string; readonly classType: string }

/** Something a person should know about a workflow before it runs. An `error` means that it would fail. */
export type Finding = {
  readonly severity: Severity
  /** One of the `snake_case` names this folder gives to its findings, for programs. */
  readonly code: string
  /** A sentence that says what is wrong. */
  readonly message: string
  readonly node?: NodeReference
  readonly input?: string
  /** A sentence that says what to do about it. */
  readonly remedy: string
}

/** Whether anything found would make a run fail. */
export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some((finding) => finding.severity === 'error')
}
