import { answers, installOnDebian } from './tools.ts'

/** A machine may have several; what Debian installs belongs to its own, which another can hide. */
const COMMANDS = ['python3', 'python', 'py', '/usr/bin/python3']
const NEEDED = ['-c', 'import pytest, numpy, PIL']
/** PyAV reads and writes sound; without it those few tests say that they were skipped. */
const DEBIAN = ['python3-pytest', 'python3-numpy', 'python3-pil', 'python3-av']

/**
 * A Python in which the node pack's tests can run, installed on Debian when allowed to. PyTorch and ComfyUI are not needed.
 * `undefined` where there is none, after a line that says what is missing: everything but the node pack works without Python.
 */
export function providePython(): string | undefined {
  const python = find() ?? (installOnDebian('Python for the tests of the node pack', DEBIAN) ? find() : undefined)
  if (python === undefined) console.log('Tests of the node pack: skipped. They need Python with pytest, numpy and Pillow (pip install pytest numpy pillow).')
  return python
}

const find = (): string | undefined => COMMANDS.find((command) => answers(command, NEEDED))
