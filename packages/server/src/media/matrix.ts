import type { VideoContents } from '@lemouf/core/protocol'

/** A film's colour matrix, as the filter `scale` names it and as streams are tagged. */
export interface Matrix {
  readonly scale: string
  readonly tag: string
}

const BT709: Matrix = { scale: 'bt709', tag: 'bt709' }
const BT601: Matrix = { scale: 'smpte170m', tag: 'smpte170m' }
const BT2020: Matrix = { scale: 'bt2020', tag: 'bt2020nc' }

const TAGGED: Readonly<Record<string, Matrix>> = {
  bt709: BT709, smpte170m: BT601, bt470bg: { scale: 'bt470', tag: 'bt470bg' }, smpte240m: { scale: 'smpte240m', tag: 'smpte240m' }, fcc: { scale: 'fcc', tag: 'fcc' },
  bt2020nc: BT2020, bt2020c: BT2020,
}

/** As tagged, else as browsers have it: BT.601 up to 576 lines, BT.709 beyond. What holds RGB has none of its own. */
export function matrixOf({ color, coded_height: lines }: VideoContents): Matrix {
  return TAGGED[color.matrix ?? ''] ?? (lines > 576 ? BT709 : BT601)
}
