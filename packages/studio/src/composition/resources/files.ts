/** Files that file managers leave beside others. */
const LITTER = /^(?:\..*|thumbs\.db|desktop\.ini|__macosx)$/i
/** By their names; browsers do not know the types of all. */
const MEDIA = /\.(?:png|jpe?g|jfif|webp|gif|avif|heic|heif|tiff?|bmp|mp4|m4v|mov|webm|mkv|avi|mpe?g|ts|mts|m2ts|mxf|ogv|3gp|flv|wmv|wav|mp3|m4a|aac|flac|ogg|oga|opus|aiff?|wma|glb)$/i

/** Whether a file that came with its folder is meant: what was chosen by itself always is. */
const isMeant = ({ name, type }: File): boolean => !LITTER.test(name) && (MEDIA.test(name) || /^(?:image|video|audio)\//.test(type))

/**
 * The files that were dropped or pasted, with those in folders, as deep as they are. Call it while the event is told: after that the browser
 * forgets what was dropped. `left` counts what lay in folders and is no media.
 */
export async function filesOf(transfer: Pick<DataTransfer, 'items' | 'files'>): Promise<{ readonly files: readonly File[]; readonly left: number }> {
  const entries = [...transfer.items].filter(({ kind }) => kind === 'file').map((item) => item.webkitGetAsEntry() ?? item.getAsFile())
  const found = await Promise.all(entries.map(async (entry) => (entry === null ? [] : entry instanceof File ? [entry] : entry.isFile ? [await fileOf(entry as FileSystemFileEntry)] : filesIn(entry as FileSystemDirectoryEntry))))
  const chosen = new Set(found.flatMap((files, index) => (isFolder(entries[index]) ? files.filter(isMeant) : files)))
  return { files: [...chosen], left: found.flat().length - chosen.size }
}

const isFolder = (entry: FileSystemEntry | File | null | undefined): boolean => entry !== null && entry !== undefined && !(entry instanceof File) && entry.isDirectory

async function filesIn(folder: FileSystemDirectoryEntry): Promise<File[]> {
  const reader = folder.createReader()
  const entries: FileSystemEntry[] = []
  // Each reading gives some of them, until one gives none.
  for (;;) {
    const more = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
    if (more.length === 0) break
    entries.push(...more)
  }
  const sorted = entries.filter(({ name }) => !LITTER.test(name)).toSorted((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }))
  const found: File[] = []
  for (const entry of sorted) found.push(...(entry.isFile ? [await fileOf(entry as FileSystemFileEntry)] : await filesIn(entry as FileSystemDirectoryEntry)))
  return found
}

const fileOf = (entry: FileSystemFileEntry): Promise<File> => new Promise((resolve, reject) => entry.file(resolve, reject))
