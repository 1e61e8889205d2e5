import type { Bench } from './bench.ts'
import type { Drag } from './drag.ts'
import { hovering } from './idle.ts'
import { begun } from './tools.ts'
import type { Touch } from './touch.ts'

/** A pointer over the timeline: idle, or in the middle of a drag. The first pointer that goes down has it until it goes up. */
export class Hand {
  readonly #bench: Bench
  #drag: Drag | undefined
  #last: Touch | undefined
  #cursor = 'default'

  constructor(bench: Bench) {
    this.#bench = bench
  }

  get cursor(): string {
    return this.#drag?.cursor ?? this.#cursor
  }
  get isDown(): boolean {
    return this.#drag !== undefined
  }
  /** Where the pointer was last. */
  get last(): Touch | undefined {
    return this.#last
  }
  get scrolls(): Drag['scrolls'] {
    return this.#drag?.scrolls ?? 'none'
  }

  down(touch: Touch): void {
    this.#last = touch
    this.#drag ??= begun(this.#bench, this.#bench.hit(touch), touch)
  }

  move(touch: Touch): void {
    this.#last = touch
    if (this.#drag === undefined) this.#cursor = hovering(this.#bench, touch)
    else this.#drag = this.#drag.move(touch)
  }

  /** What is held beside the pointer has changed, or the canvas has moved below it. */
  again(change: Partial<Touch> = {}): void {
    if (this.#last !== undefined) this.move({ ...this.#last, ...change })
  }

  up(touch: Touch): void {
    const drag = this.#drag
    if (drag === undefined) return
    this.#drag = undefined
    drag.drop(touch)
    this.move(touch)
  }

  /** Bails out of what it does: Escape, or the pointer was taken away. Whether there was anything. */
  bail(): boolean {
    const drag = this.#drag
    if (drag === undefined) return false
    this.#drag = undefined
    drag.bail()
    this.#bench.bare()
    return true
  }

  /** Two fingers want to move the view: whether they may. What was going to be done then is not. */
  giveWay(): boolean {
    if (this.#drag !== undefined && this.#drag.isLight !== true) return false
    this.#drag = undefined
    return true
  }

  leave(): void {
    if (this.#drag !== undefined) return
    this.#last = undefined
    this.#bench.bare()
  }
}
