type Event = Pick<PointerEvent, 'pointerId'>

/** The one pointer that works somewhere: the first that goes down, until it goes up. Other fingers change nothing meanwhile. */
export class OnePointer {
  #id: number | undefined

  get isDown(): boolean {
    return this.#id !== undefined
  }

  /** A pointer goes down; whether it is the one from now on. */
  take({ pointerId }: Event): boolean {
    if (this.#id !== undefined && this.#id !== pointerId) return false
    this.#id = pointerId
    return true
  }

  /** Whether this is the one that is down. */
  has({ pointerId }: Event): boolean {
    return this.#id === pointerId
  }

  /** A pointer goes up, or is taken away; whether it was the one. */
  release(event: Event): boolean {
    if (!this.has(event)) return false
    this.#id = undefined
    return true
  }
}
