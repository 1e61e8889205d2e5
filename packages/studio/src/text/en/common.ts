/** What is said on many screens. */
export const common = {
  product: 'leMouf Studio',
  home: 'Home',
  loops: 'Loops',
  allLoops: 'All loops',
  workflows: 'Workflows',
  refresh: 'Refresh',
  currentWorkflow: 'Current workflow',
  useCurrentWorkflow: 'Use current workflow',
  showNode: 'Show this node on the canvas',
  tryAgain: 'Try again',
  cancel: 'Cancel',
  close: 'Close',
  dismiss: 'Dismiss',
  show: 'Show',
  copied: 'Copied',
  folder: 'Folder',
  copy: (name: string) => `Copy ${name.toLowerCase()}`,

  severities: { error: 'Error', warning: 'Warning', info: 'Note' },
  serverAway: 'The server does not answer. This page comes back by itself when it does; check that it still runs.',
  screens: { name: 'Screens', home: 'Home', dashboard: 'Dashboard', servers: 'Servers', settings: 'Settings' },
} as const
